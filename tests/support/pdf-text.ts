import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as a reader would select it: glyph numbers of each piece, mapped to characters by the ToUnicode table of
 * the font it is set in. Enough for documents with embedded fonts of two-byte codes, such as ours.
 */
export function readPdfText(pdf: Buffer): string {
  const objects = readObjects(pdf.toString('latin1'));
  const maps = new Map<string, ReadonlyMap<number, string>>();
  for (const { body } of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.body ?? '');
      if (unicode) maps.set(name, readMap(objects.get(Number(unicode[1]))!.stream));
    }
  }
  const contents = [...objects.values()].map(({ stream }) => stream).filter((stream) => /\bBT\b/.test(stream));
  return contents.map((content) => readPieces(content, maps)).join('\n');
}

interface PdfObject {
  readonly body: string;
  readonly stream: string;
}

function readObjects(source: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', rest] = body.split(/stream\r?\n/, 2);
    objects.set(Number(id), { body: head, stream: rest === undefined ? '' : unpack(body, head) });
  }
  return objects;
}

function unpack(body: string, head: string): string {
  const start = head.length + /stream\r?\n/.exec(body)![0].length;
  const raw = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return head.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
}

/** Both forms of a range: one code after the other in a list, or counted on from a first one. */
function readMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ''], index) =>
      map.set(Number.parseInt(from, 16) + index, toText(hex)),
    );
  }
  return map;
}

function toText(hex: string): string {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return bytes.swap16().toString('utf16le');
}

function readPieces(content: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  const lines: string[] = [];
  for (const [, name, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = maps.get(name) ?? new Map<number, string>();
    else
      lines.push(
        [...(array ?? '').matchAll(/<([0-9a-f]*)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((code) => font.get(Number.parseInt(code, 16)) ?? '\uFFFD')
          .join(''),
      );
  }
  return lines.join('\n');
}
