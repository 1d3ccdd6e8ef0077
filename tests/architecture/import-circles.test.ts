import { expect, test } from 'vitest';
import { findCircles } from './import-circles.ts';
import { readProductFiles } from './project-files.ts';

test('no file imports itself by way of others', () => {
  expect(findCircles(readProductFiles())).toEqual([]);
});

test('a planted circle is named with its files', () => {
  const files = new Map([
    ['components/app/A.svelte', `<script>import B from '../title/B.svelte'</script>`],
    ['components/title/B.svelte', `<script>import { c } from './c.svelte'</script>`],
    ['components/title/c.svelte.ts', `import type { D } from '../app/A.svelte'`],
    ['utils/domain/d.ts', `import { a } from './e'`],
    ['utils/domain/e.ts', ''],
  ]);
  expect(findCircles(files)).toEqual([
    'components/app/A.svelte → components/title/B.svelte → components/title/c.svelte.ts → components/app/A.svelte',
  ]);
});
