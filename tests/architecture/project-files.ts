import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Product source, path from the project's root to text: what ships, without tests. */
export function readProductFiles(): Map<string, string> {
  const paths = globSync('{entrypoints,components,utils}/**/*.{ts,svelte}', {
    cwd: ROOT,
    // Written by `npm run words`.
    exclude: ['**/*.d.json.ts'],
  });
  return new Map(paths.sort().map((path) => [path, readFileSync(ROOT + path, 'utf8')]));
}

export { ROOT };
