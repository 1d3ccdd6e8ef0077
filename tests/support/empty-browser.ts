import { fakeBrowser } from '@webext-core/fake-browser';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { restoreBrowser } from './browser-as-it-was.ts';

/*
 * Unit tests share a process, since starting one and reading the modules anew is half of what most files cost. Each
 * file begins with a browser in which nothing is stored and nobody listens, whatever the one before has left.
 */
restoreBrowser();
fakeBrowser.reset();
globalThis.indexedDB = new IDBFactory();
Dexie.dependencies.indexedDB = globalThis.indexedDB;
