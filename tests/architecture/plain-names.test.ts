import { expect, test } from 'vitest';
import { findCharmingNames } from './plain-names.ts';
import { readProductFiles } from './project-files.ts';

test('no name has a word in it that means several things', () => {
  expect(findCharmingNames(readProductFiles())).toEqual([]);
});

test('a planted one is named with its file', () => {
  const files = new Map([
    ['utils/look-up.ts', `export const names = 'Keep your library';`],
    ['utils/a.ts', `class A { #heldBack = 'set-aside'; outlook() { return surface; } }`],
    ['components/B.svelte', `<script>let handOver = 'trophy-shelf-key'</script><p>shelf</p>`],
  ]);
  expect(findCharmingNames(files)).toEqual([
    'utils/look-up.ts: look-up',
    'utils/a.ts: #heldBack',
    'utils/a.ts: set-aside',
    'utils/a.ts: outlook',
    'components/B.svelte: handOver',
  ]);
});
