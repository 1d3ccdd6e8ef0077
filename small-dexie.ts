import type { Plugin } from 'vite';

const DEXIE = /dexie\/dist\/modern\/dexie\.mjs$/;

/** What is left out of it, from where it begins to where what is kept goes on, and what stands there instead. */
const LEFT_OUT: readonly { what: string; where: RegExp; instead: string }[] = [
  {
    // It keeps the results of live queries, and guesses what becomes of them where a write is under way.
    what: 'its cache',
    where: /\nconst cacheMiddleware = \{\n.*?\n\};\n/s,
    instead:
      "\nconst cacheMiddleware = { stack: 'dbcore', level: 0, name: 'Cache', create: (core) => core };\n",
  },
  {
    // A table's `hook`, to be told before each row is written.
    what: 'its hooks',
    where: /\nconst hooksMiddleware = \{\n.*?\n\};\n/s,
    instead:
      "\nconst hooksMiddleware = { stack: 'dbcore', level: 2, name: 'HooksMiddleware', create: (core) => core };\n",
  },
  {
    what: 'keys in any case',
    where: / {4}startsWithIgnoreCase\(str\) \{\n.*?(?= {4}anyOf\(\))/s,
    instead: '',
  },
  {
    what: 'classes of rows',
    where: / {4}mapToClass\(constructor\) \{\n.*?(?= {4}add\(obj, key\))/s,
    instead: '',
  },
  {
    what: 'changes of what may be there',
    where: / {4}upsert\(key, modifications\) \{\n.*?(?= {4}update\(keyOrObject)/s,
    instead: '',
  },
  {
    what: 'changes of many rows',
    where: / {4}bulkUpdate\(keysAndChanges\) \{\n.*?(?= {4}bulkDelete\(keys\))/s,
    instead: '',
  },
  { what: 'several ranges', where: / {4}notEqual\(value\) \{\n.*?(?=\n\}\n)/s, instead: '' },
];

/**
 * Leaves out of Dexie what nothing here asks for: its cache of live queries, which what follows the database switches
 * off (a test), hooks before a row is written, classes of rows, changes of many, and keys that are looked for in any case or
 * in several ranges (what of it is called nowhere, a test says). The worker waits for 17 kB less.
 */
export function smallDexie(): Plugin {
  return {
    name: 'small-dexie',
    apply: 'build',
    transform: {
      filter: { id: DEXIE },
      handler(code) {
        let left = code;
        for (const { what, where, instead } of LEFT_OUT) {
          if (!where.test(left)) this.error(`Dexie has ${what} in another place than is known.`);
          left = left.replace(where, instead);
        }
        return { code: left, map: null };
      },
    },
  };
}
