import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const webRoot = fileURLToPath(new URL('../../web/src/', import.meta.url));

interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** Path below web/src → source, without what tools wrote. */
export const sources: ReadonlyMap<string, string> = new Map(
  globSync('**/*.{ts,vue}', { cwd: webRoot })
    .filter((path) => !path.startsWith('generated'))
    .sort()
    .map((path) => [path, readFileSync(join(webRoot, path), 'utf8')]),
);

function flatten(tree: TextTree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value] as [string, string]] : flatten(value, `${prefix}.${key}`),
  );
}

/** Key → text of one language; the name of a file is the first part of every key in it. */
export function readTexts(locale: string): Map<string, string> {
  const folder = join(webRoot, 'locales', locale);
  const entries = globSync('*.json', { cwd: folder }).flatMap((file) =>
    flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')) as TextTree, file.replace('.json', '')),
  );
  return new Map(entries);
}

/** Placeholders of a text, each once, in order of the alphabet. */
export function listPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

/** Keys written out in `t('…')`, `te('…')`, `tm('…')`. */
export function listWrittenKeys(source: string): string[] {
  return [...source.matchAll(/(?<![\w$])\$?(?:t|te|tm)\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
}

/** Keys put together in ``t(`a.${b}.c`)``, as `a.*.c`. */
export function listComposedKeys(source: string): string[] {
  return [...source.matchAll(/(?<![\w$])\$?(?:t|te|tm)\(\s*`([^`]+)`/g)].map(([, key]) =>
    (key ?? '').replace(/\$\{[^}]*\}/g, '*'),
  );
}

/** Every text in single quotes of the shape of a key, so also one that reaches `t` by a variable. */
export function listQuotedKeys(source: string): string[] {
  return [...source.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map(([, key]) => key ?? '');
}

/** Whether `a.*.c` stands for this key: a star is one part of it. */
export function isOfPattern(key: string, pattern: string): boolean {
  const parts = pattern.split('.');
  const names = key.split('.');
  const isName = (part: string, name: string): boolean =>
    part.includes('*') ? new RegExp(`^${part.replaceAll('*', '[\\w-]+')}$`).test(name) : part === name;
  return parts.length === names.length && parts.every((part, index) => isName(part, names[index] ?? ''));
}

function resolveImport(from: string, specifier: string): string | null {
  const target = specifier.startsWith('@/')
    ? specifier.slice(2)
    : relative(webRoot, join(webRoot, dirname(from), specifier));
  return [target, `${target}.ts`, `${target}/index.ts`].find((path) => sources.has(path)) ?? null;
}

/** The file and everything of ours it imports, at once or when needed; the router, which knows each page, left out. */
export function listReachable(entry: string): string[] {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const [, specifier = ''] of (sources.get(file) ?? '').matchAll(
      /(?:from|import)\s*\(?\s*'((?:@\/|\.)[^']+)'/g,
    )) {
      const target = resolveImport(file, specifier);
      if (
        target !== null &&
        target !== 'app/router.ts' &&
        target !== 'app/account-routes.ts' &&
        target !== 'app/ops-routes.ts'
      )
        reached.add(target);
    }
  }
  return [...reached];
}

/** First parts of the keys that these files use. */
export function listTextFiles(files: readonly string[]): string[] {
  const keys = files.flatMap((file) => {
    const source = sources.get(file) ?? '';
    return [...listWrittenKeys(source), ...listComposedKeys(source)];
  });
  return [...new Set(keys.map((key) => key.slice(0, key.indexOf('.'))))].sort();
}

export interface RouteTexts {
  readonly page: string;
  readonly texts: readonly string[];
}

/** Each page of the router with the text files that its route loads. */
export function listRoutes(): RouteTexts[] {
  const router = `${sources.get('app/router.ts') ?? ''}\n${sources.get('app/account-routes.ts') ?? ''}\n${sources.get('app/ops-routes.ts') ?? ''}`;
  const routes = [...router.matchAll(/import\('@\/(pages\/\w+\.vue)'\),\s*meta: \{([^}]*)\}/g)];
  return routes.map(([, page = '', meta = '']) => ({
    page,
    texts: [...(/texts: \[([^\]]*)\]/.exec(meta)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? ''),
  }));
}

/** Text files that are there before any route asks for them. */
export function listTextsOfShell(): string[] {
  const wanted = /wanted = new Set<string>\(\[([^\]]*)\]\)/.exec(sources.get('app/i18n.ts') ?? '')?.[1] ?? '';
  return [...wanted.matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? '');
}

/** Text files that a file of ours waits for before it shows what needs them. */
export function listTextsLoadedBy(file: string): string[] {
  return [...(sources.get(file) ?? '').matchAll(/await loadTexts\(\['([\w-]+)'\]\)/g)].map(([, name]) => name ?? '');
}

/** Pages that lie in the folder, whether a route names them or not. */
export function listPages(): string[] {
  return [...sources.keys()].filter((path) => path.startsWith('pages/') && existsSync(join(webRoot, path)));
}
