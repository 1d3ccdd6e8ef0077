import type { Plugin } from 'vite';
import { leftOutOfModule, type LeftOut } from './left-out-of-module.ts';

const DEXIE = /dexie\/dist\/modern\/dexie\.mjs$/;

const LEFT_OUT: readonly LeftOut[] = [
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
  {
    what: 'another order',
    where: / {4}sortBy\(keyPath, cb\) \{\n.*?(?= {4}toArray\(cb\))/s,
    instead: '',
  },
  {
    what: 'changes that are reckoned when they are made',
    where: / {4}execute\(value\) \{\n.*?(?= {4}constructor\(spec\))/s,
    instead: '',
  },
  {
    what: 'its own tools',
    where: / {4}derive: derive,\n.*?(?= {4}on: globalEvents)/s,
    instead: '',
  },
  {
    what: 'its tools for values',
    where: / {4}shallowClone: shallowClone,\n.*?(?= {4}minKey: minKey)/s,
    instead: '',
  },
  {
    what: 'walks along keys',
    where: / {4}desc\(\) \{\n.*?(?= {4}keys\(cb\))/s,
    instead: '',
  },
  {
    what: 'names of databases',
    where: / {4}exists\(name\) \{\n.*?(?= {4}ignoreTransaction\(scopeFunc\))/s,
    instead: '',
  },
  {
    what: 'generators as functions that wait',
    where: / {4}async: function \(generatorFn\) \{\n.*?(?= {4}currentTransaction: \{)/s,
    instead: '',
  },
  { what: 'several ranges', where: / {4}notEqual\(value\) \{\n.*?(?=\n\}\n)/s, instead: '' },
];

/**
 * Leaves out of Dexie what nothing here asks for: its cache of live queries, which what follows the database switches
 * off (a test), hooks before a row is written, classes of rows, changes of many, another order than an index has, and keys
 * that are looked for in any case or in several ranges (what of it is called nowhere, a test says). The worker waits for
 * 17 kB less.
 */
export function smallDexie(): Plugin {
  return leftOutOfModule({ name: 'small-dexie', whose: 'Dexie', id: DEXIE }, LEFT_OUT);
}
