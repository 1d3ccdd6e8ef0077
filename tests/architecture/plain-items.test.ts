import { expect, test } from 'vitest';
import { readProductFiles } from './project-files.ts';

const OF_VIRTUA = /import (type )?\{([^}]*)\} from 'virtua\/svelte'/g;

test('of virtua only the list that asks for plain items is used: others are left out of the build', () => {
  const used = [...readProductFiles()].flatMap(([, text]) =>
    [...text.matchAll(OF_VIRTUA)]
      .filter(([, type]) => type === undefined)
      .flatMap(([, , names = '']) => names.split(',').map((name) => name.trim())),
  );
  expect(new Set(used)).toEqual(new Set(['WindowVirtualizer']));
});
