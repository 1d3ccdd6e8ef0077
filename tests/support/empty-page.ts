/**
 * For each file of component tests: the pages of one run are of one origin, so that libraries which an earlier file
 * left behind would be shown by the next, in an order that no test chose.
 */
import { Dexie } from 'dexie';

await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
