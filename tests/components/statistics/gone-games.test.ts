import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import EarnedPlatinums from '@/components/statistics/EarnedPlatinums.svelte';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import RarestTrophies from '@/components/statistics/RarestTrophies.svelte';
import { standingSaid } from '@/utils/words/charts';
import { standingGone, standings } from '@/utils/words/en/charts.json';
import * as words from '@/utils/words/en/statistics.json';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const GONE = { missedAt: 1, isSure: true };

/** The figures of one game that PlayStation lists no more, with its platinum, and of one that it does. */
function figuresOf(progress: number): LibraryFigures {
  const titles = [GONE, null].map((absence, at) =>
    aLibraryTitle({
      npCommunicationId: setId(at + 1),
      name: `Game ${String(at)}`,
      absence,
      progress,
    }),
  );
  const rates = [{ day: 20_000, rate: 40 }];
  const trophies = [earnedAt('2026-03-01T12:00:00Z', { grade: 'platinum', rates })];
  return new LibraryFigures({
    ...{ titles: () => titles, earnings: () => [earningsIn(1, trophies), earningsIn(2, trophies)] },
    ...{ zone: () => [{ from: -Infinity, offset: 0 }], today: () => 20_800 },
  });
}

test('a game that PlayStation lists no more stands on the timeline as one', () => {
  const said = (progress: number) => figuresOf(progress).spans?.map(standingSaid);
  expect(said(60)).toEqual([standings.gone, standings.stalled]);
  expect(said(100)).toEqual([standingGone({ standing: standings.completed }), standings.completed]);
});

test('its platinum is marked on the shelf', async () => {
  await render(EarnedPlatinums, { figures: figuresOf(100) });
  const marked = page.getByRole('listitem').filter({ hasText: words.goneGameAlone });
  await expect.poll(() => marked.elements().length).toBe(1);
  await expect.element(marked).toMatchTextContent(/Game 0/);
});

test('and its trophy among the rarest', async () => {
  const queries = {
    trophySets: () => ({ subscribe: () => ({ unsubscribe: () => undefined }) }),
  } as never;
  await render(RarestTrophies, { figures: figuresOf(100), queries, expected: 2 });
  const marked = page.getByText(words.goneGame({ game: 'Game 0' }));
  await expect.element(marked).toBeVisible();
});
