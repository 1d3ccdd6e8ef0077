import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TitleRow from '@/components/library/TitleRow.svelte';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, aLibraryTitle } from '../../support/statuses.ts';
import * as app from '@/utils/words/en/app.json';
import * as game from '@/utils/words/en/game.json';
import * as said from '@/utils/words/en/library.json';

const NOW = new Date(2026, 10, 22, 12, 0).getTime();

describe.each([
  'Astro Bot',
  'مغامرات الأمير',
  '無双の章',
  '<b>Markup</b> & "Quotes" <script>alert(1)</script>',
  'A name that goes on '.repeat(10).trim(),
])('%s', (name) => {
  test('is the whole name of the link to the game', async () => {
    const title = aLibraryTitle({ name, npCommunicationId: 'NPWR12345_00' });
    const { container, getByRole } = await render(TitleRow, { title, now: NOW });

    const link = getByRole('link', { name, exact: true });
    await expect.element(link).toHaveAttribute('href', '#/game/NPWR12345_00');
    expect(container.querySelector('b, script')).toBeNull();
    expect(container.querySelector('a[dir=auto]')).not.toBeNull();
  });
});

test('counts each grade, and leaves out a grade that the set does not have', async () => {
  const title = aLibraryTitle({
    defined: { bronze: 40, silver: 8, gold: 2, platinum: 0 },
    earned: { bronze: 12, silver: 0, gold: 2, platinum: 0 },
  });
  const { getByRole } = await render(TitleRow, { title, now: NOW });

  for (const words of ['Bronze: 12 of 40', 'Silver: 0 of 8', 'Gold: 2 of 2']) {
    await expect.element(getByRole('img', { name: words, exact: true })).toBeVisible();
  }
  await expect
    .element(getByRole('img', { name: new RegExp(app.grades.platinum) }))
    .not.toBeInTheDocument();
});

test('says whose word the last play is', async () => {
  const fromTrophies = aLibraryTitle({
    lastPlayedAt: NOW - DAY,
    lastPlayedSource: 'trophy-list',
    playSeconds: null,
  });
  const { getByText, container } = await render(TitleRow, { title: fromTrophies, now: NOW });

  const when = getByText('Last trophy yesterday');
  await expect.element(when).toHaveAttribute('title', expect.stringContaining('no play date'));
  expect(container.textContent).not.toContain(said.columnNames.playtime);
});

test('claims no trophy of a game that has none yet', async () => {
  const title = aLibraryTitle({
    ...{ lastPlayedAt: NOW - DAY, lastPlayedSource: 'trophy-list', playSeconds: null },
    ...{ earned: noTrophies(), progress: 0 },
  });
  const { getByText, container } = await render(TitleRow, { title, now: NOW });
  await expect.element(getByText('Last change yesterday')).toBeVisible();
  expect(container.textContent).not.toContain(game.lastTrophy);
});

test('says where it is not known how long a game was played', async () => {
  const title = aLibraryTitle({ playSeconds: null });
  const { container, rerender } = await render(TitleRow, { title, now: NOW });
  expect(container.textContent).toContain('Playtime unknown');

  await rerender({ title: aLibraryTitle({ isPlaytimePartial: true }), now: NOW });
  expect(container.textContent).toContain('Playtime at least 1 hr');
});

test('says where it is not known when a game was played', async () => {
  const title = aLibraryTitle({ lastPlayedAt: -7, lastPlayedSource: 'trophy-list' });
  const { getByText } = await render(TitleRow, { title, now: NOW });

  const when = getByText('Last trophy unknown').element().closest('.fact');
  expect(when?.getAttribute('title')).toMatch(/^unknown, from/);
  expect(when?.textContent).toContain(said.lastTrophyUnknown);
});

test('writes platforms as players do', async () => {
  const title = aLibraryTitle({ platforms: ['PSVITA', 'PS4', 'PSPC'] });
  const { getByText } = await render(TitleRow, { title, now: NOW });

  await expect.element(getByText('PS Vita · PS4 · PC', { exact: false })).toBeVisible();
});

test('can be read by everyone', async () => {
  await render(TitleRow, { title: aLibraryTitle({ hidden: true }), now: NOW });
  await expectAccessible();
});
