import { expect, test } from 'vitest';
import { readProductFiles } from './project-files.ts';

test('what live queries follow is opened without their cache: it is left out of the build', () => {
  const files = [...readProductFiles()];
  const following = files.filter(([, text]) => /\bliveQuery\b.* from 'dexie'/.test(text));
  const opening = files.filter(([, text]) => text.includes('new LibraryDatabase('));
  expect(following.map(([path]) => path)).toEqual(['utils/database/read-library.ts']);
  expect(opening.length).toBeGreaterThan(0);
  for (const [path, text] of opening) expect(text, path).toContain("cache: 'disabled'");
});

test('nothing asks of the database what is left out of it in the build', () => {
  const ofTables = 'hook|mapToClass|defineClass|upsert|bulkUpdate';
  const ofRows =
    '\\w+IgnoreCase|notEqual|noneOf|inAnyRange|startsWithAnyOf|sortBy|desc|each\\w*Key';
  const ofAll =
    'exists|getDatabaseNames|async|spawn|derive|override|Events|shallowClone|deepClone|getObjectDiff|asap';
  const ofValues =
    /import \{[^}]*\b(?:add|remove|replacePrefix|PropModification)\b[^}]*\} from 'dexie'/;
  const leftOut = new RegExp(`\\.(?:${ofTables}|${ofRows}|${ofAll})\\(`);
  const asking = [...readProductFiles()].filter(
    ([path, text]) =>
      /^(?:utils|entrypoints)\//.test(path) && (leftOut.test(text) || ofValues.test(text)),
  );
  expect(asking.map(([path]) => path)).toEqual([]);
});
