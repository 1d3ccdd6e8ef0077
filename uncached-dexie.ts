import type { Plugin } from 'vite';

const DEXIE = /dexie\/dist\/modern\/dexie\.mjs$/;
/** What keeps the results of live queries, and guesses what becomes of them where a write is under way. */
const CACHE = /\nconst cacheMiddleware = \{\n.*?\n\};\n/s;
const NONE =
  "\nconst cacheMiddleware = { stack: 'dbcore', level: 0, name: 'Cache', create: (core) => core };\n";

/**
 * Leaves out Dexie's cache of live queries: what follows the database switches it off (a test), and the worker, which
 * has no live query, waits for nine kilobytes less.
 */
export function uncachedDexie(): Plugin {
  return {
    name: 'uncached-dexie',
    apply: 'build',
    transform: {
      filter: { id: DEXIE },
      handler(code) {
        if (!CACHE.test(code)) this.error('Dexie has its cache in another place than is known.');
        return { code: code.replace(CACHE, NONE), map: null };
      },
    },
  };
}
