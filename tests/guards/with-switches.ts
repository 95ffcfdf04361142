import type { Guard } from './find-guards.ts';

declare global {
  /** Asked at each guard whether to do without it; undefined leaves that to GUARD_REMOVED. */
  var isWithout: ((id: string) => boolean | undefined) | undefined;
}

/**
 * The text of a file in which each of its guards can be taken away while it runs: it asks `isWithout`, where a test has put
 * one, else GUARD_REMOVED. Guards may stand within each other.
 */
export function withSwitches(text: string, guards: readonly Guard[]): string {
  const sorted = guards.toSorted((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end);
  return render(text, { start: 0, end: text.length }, sorted);
}

/** The part of the text with the switches of the guards that lie in it, in the order of their starts, outer ones first. */
function render(
  text: string,
  part: { readonly start: number; readonly end: number },
  guards: readonly Guard[],
): string {
  const pieces: string[] = [];
  let at = part.start;
  for (let index = 0; index < guards.length; index += 1) {
    const guard = guards[index]!;
    const inner: Guard[] = [];
    while (index + 1 < guards.length && guards[index + 1]!.edit.start < guard.edit.end)
      inner.push(guards[(index += 1)]!);
    pieces.push(text.slice(at, guard.edit.start), switchFor(guard, render(text, guard.edit, inner)));
    at = guard.edit.end;
  }
  pieces.push(text.slice(at, part.end));
  return pieces.join('');
}

function switchFor({ id, edit }: Guard, original: string): string {
  const name = JSON.stringify(id);
  const isWithout = `(globalThis.isWithout?.(${name}) ?? process.env.GUARD_REMOVED === ${name})`;
  if (edit.of === 'body') return `{ if (${isWithout}) return true; ${original} }`;
  if (edit.of === 'property') return `...(${isWithout} ? {} : { ${original} }),`;
  if (edit.text === '() => true') return `(...given) => ${isWithout} || (${original})(...given)`;
  return `(${isWithout} ? ${edit.text} : ${original})`;
}
