import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileWords, typesOfWords, type Messages } from './compile-words.ts';

const CATALOGUE = /(\/words\/[a-z-]+\/[\w-]+\.json)(?:\?message=(\w+))?$/i;
const RUNTIME = fileURLToPath(new URL('utils/words/runtime.ts', import.meta.url));

/**
 * Compiles the catalogues of `utils/words`: messages in ICU's form become plain functions, and nothing that parses
 * them is shipped.
 */
export function words(): Plugin {
  let isServed = true;
  return {
    name: 'words',
    enforce: 'pre',
    configResolved: ({ command }) => void (isServed = command === 'serve'),
    load(id) {
      const [, screen, only] = CATALOGUE.exec(id) ?? [];
      if (screen === undefined) return null;
      const path = id.replace(/\?.*$/, '');
      const catalogue = readCatalogue(path);
      this.addWatchFile(path);
      return {
        code: isServed
          ? compileWords(catalogue, RUNTIME)
          : only === undefined
            ? eachOf(catalogue, path)
            : compileWords({ [only]: catalogue[only] ?? '' }, RUNTIME),
        moduleType: 'js',
        moduleSideEffects: false,
      };
    },
  };
}

/** In a build each message is a module of its own: a page waits for those that it draws first, and for no others. */
function eachOf(catalogue: Record<string, Messages>, path: string): string {
  return Object.keys(catalogue)
    .map((key) => `export { ${key} } from ${JSON.stringify(`${path}?message=${key}`)};`)
    .join('\n');
}

export function readCatalogue(path: string): Record<string, Messages> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Messages>;
}

/** Where TypeScript looks for the types of a JSON file. */
export function typesFileOf(path: string): string {
  return path.replace(/json$/, 'd.json.ts');
}

/** Beside a catalogue, what it exports: a misspelt key and a missing placeholder are type errors. */
export function writeTypesOf(path: string): void {
  const types = typesOfWords(readCatalogue(path));
  writeFileSync(typesFileOf(path), types);
}
