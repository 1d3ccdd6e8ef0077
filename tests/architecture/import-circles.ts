import { readImports } from './read-imports.ts';

/** Every circle of imports, types included, as its files in order: `a.ts → b.ts → a.ts`. Each is found once. */
export function findCircles(files: Map<string, string>): string[] {
  const imports = new Map(
    [...files].map(([path, text]) => [
      path,
      readImports(path, text).flatMap(({ target }) => fileOf(target, files) ?? []),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return circles;
}

function fileOf(target: string, files: Map<string, string>): string | undefined {
  return ['.ts', '.svelte', '.svelte.ts', '']
    .map((ending) => `${target}${ending}`)
    .find((path) => files.has(path));
}
