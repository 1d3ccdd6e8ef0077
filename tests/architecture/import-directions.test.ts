import { describe, expect, test } from 'vitest';
import { findViolations } from './import-rules.ts';
import { readProductFiles } from './project-files.ts';

test('every import of the product goes in an allowed direction', () => {
  expect(findViolations(readProductFiles())).toEqual([]);
});

describe('the check itself', () => {
  const check = (path: string, text: string) => findViolations(new Map([[path, text]]));

  test.each([
    ['utils/domain/x.ts', `import { mount } from 'svelte'`, 'svelte'],
    ['utils/domain/x.ts', `import { a } from '../words/a'`, 'utils/words/a'],
    [
      'utils/words/x.ts',
      `import { GRADES } from '../domain/trophies/grades'`,
      'utils/domain/trophies/grades',
    ],
    [
      'entrypoints/background/x.ts',
      `import { a } from '../../utils/words/picker'`,
      'utils/words/picker',
    ],
    [
      'utils/words/background/x.ts',
      `import { sync } from '../en/app.json'`,
      'utils/words/en/app.json',
    ],
    [
      'entrypoints/background/x.ts',
      `import * as popup from '../../utils/words/en/popup.json'`,
      'utils/words/en/popup.json',
    ],
    ['utils/format/x.ts', `import { PRODUCT } from '../words/names'`, 'utils/words/names'],
    ['utils/sync/x.ts', `import { fetchTitles } from '../psn/library'`, 'utils/psn/library'],
    ['utils/psn/x.ts', `import { renew } from '../connection/ports'`, 'utils/connection/ports'],
    ['utils/vault/x.ts', `export { open } from '../database/open'`, 'utils/database/open'],
    ['utils/browser/x.ts', `const x = await import('dexie')`, 'dexie'],
    ['utils/messaging/x.ts', `import 'webextension-polyfill'`, 'webextension-polyfill'],
    ['utils/messaging/x.ts', `import * as z from 'zod'`, 'zod'],
    ['utils/database/x.ts', `import type { A } from '@/components/A.svelte'`, 'components/A'],
    ['entrypoints/background/x.ts', `import A from '../../components/A.svelte'`, 'components/A'],
    ['entrypoints/background/x.ts', `import type { Trophy } from 'psn-api'`, 'psn-api'],
    ['entrypoints/popup/x.ts', `import { a } from '../options/a'`, 'entrypoints/options/a'],
    [
      'entrypoints/popup/x.ts',
      `import { a } from '~/utils/database/stores'`,
      'utils/database/stores',
    ],
    [
      'components/app/A.svelte',
      `<script>import x from '../../utils/vault/x'</script>`,
      'utils/vault/x',
    ],
    [
      'components/app/A.svelte',
      `<script>let a: import('../../utils/psn/a').A</script>`,
      'utils/psn/a',
    ],
    [
      'components/basics/A.svelte',
      `<script>import B from '../app/B.svelte'</script>`,
      'components/app/B',
    ],
    [
      'components/title/A.svelte',
      `<script>import B from '../game/B.svelte'</script>`,
      'components/game/B',
    ],
    [
      'components/app/A.svelte',
      `<script>import x from '../../utils/status/write'</script>`,
      'utils/status/write',
    ],
    ['components/state/x.ts', '', 'a folder without a rule'],
    ['utils/common/x.ts', '', 'a folder without a rule'],
  ])('%s may not: %s', (path, text, target) => {
    expect(check(path, text)).toEqual([`${path} → ${target}`]);
  });

  test.each([
    ['utils/words/x.ts', `import type { Grade } from '../domain/title'`],
    ['utils/sync/x.ts', `import { a } from './a'; import { b } from '../domain/b'`],
    ['utils/psn/x.ts', `import type { Ports } from '../connection/ports'`],
    ['utils/psn/x.ts', `import { type Ports } from '../connection/ports.ts'`],
    ['entrypoints/background/x.ts', `import { a } from '../../utils/psn/a'`],
    ['entrypoints/popup/App.svelte', `<script>import A from '../../components/A.svelte'</script>`],
    ['components/library/x.ts', `import { a } from '../app/a.svelte'`],
    ['components/app/x.svelte.ts', `import type { Observable } from 'dexie'`],
  ])('%s may: %s', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});
