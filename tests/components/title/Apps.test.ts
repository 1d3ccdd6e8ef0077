import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Apps from '@/components/title/Apps.svelte';
import type { Source } from '@/utils/database/queries';
import type { PlayedGame } from '@/utils/domain/library/title';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aPlayedGame } from '../../support/titles.ts';
import * as words from '@/utils/words/en/library.json';

function finding(apps: PlayedGame[]): Source<PlayedGame[]> {
  return {
    subscribe({ next }) {
      next(apps);
      return { unsubscribe: () => undefined };
    },
  };
}

test('are counted, and shown when they are asked for', async () => {
  const apps = [
    aPlayedGame({ npTitleId: 'A', name: 'Cineloft' }),
    aPlayedGame({ npTitleId: 'B', name: '', playSeconds: null, lastPlayedAt: -1 }),
  ];
  const queries = { apps: () => finding(apps) };
  const { getByRole } = await render(Apps, { queries, now: Date.now() });
  const list = getByRole('list', { name: words.apps });
  await expect.element(list).not.toBeInTheDocument();

  await getByRole('switch', { name: 'Show apps (2)' }).click();
  await expect.element(list).toMatchTextContent(/Cineloft.*1 hr.*B.*Played unknown.*unknown/s);
  await expectAccessible();
});

test('keep their room where there are none, and until that is known', async () => {
  const { getByRole, rerender } = await render(Apps, { queries: null, now: 0 });
  await expect.element(getByRole('switch', { name: 'Show apps (–)' })).toBeVisible();

  await rerender({ queries: { apps: () => finding([]) } });
  await expect.element(getByRole('switch', { name: 'Show apps (0)' })).toBeVisible();
});
