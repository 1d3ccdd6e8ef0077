import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Counting } from '@/components/log/counting';
import { dayZone } from '@/components/log/day-zone';
import LogCoverage from '@/components/log/LogCoverage.svelte';
import { coverageOf } from '@/utils/domain/numbers/log-coverage';
import { datesSaid, fetchGames, gamesShort, gamesUnread, missingGames } from '@/utils/words/log';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle, allFetched } from '../../support/library-titles.ts';

function countingWith(onfetch: Counting['onfetch']): Counting {
  const given = { onfetch, onzone: () => undefined, now: Date.now(), isSyncing: false };
  return { zone: dayZone({ zone: 'UTC' }, 0), ...given };
}

test('a game of which PlayStation does not say how many were earned is fetched by the same button', async () => {
  const nobody = { bronze: null, silver: null, gold: null, platinum: null };
  const title = aLibraryTitle({ npCommunicationId: setId(1), choice: 'unpicked', earned: nobody });
  const asked: string[][] = [];
  await render(LogCoverage, {
    coverage: coverageOf(aLog(), [title]),
    counting: countingWith((ids) => void asked.push([...ids])),
    knownUntil: null,
  });
  await page.getByRole('button', { name: fetchGames(1, 'en-US') }).click();
  expect(asked).toEqual([[setId(1)]]);
});

test('a game that was fetched and that the log has nothing of is not said to be short', async () => {
  const earned = { bronze: 3, silver: 0, gold: 0, platinum: 0 };
  const of = (n: number) =>
    allFetched(aLibraryTitle({ npCommunicationId: setId(n), choice: 'picked', earned }), 1);
  await render(LogCoverage, {
    // Of the first one of three is here.
    coverage: coverageOf(aLog(['2026-10-25T00:30:00Z']), [of(1), of(2)]),
    counting: countingWith(null),
    knownUntil: null,
  });
  // And neither is said to be not fetched.
  expect(page.getByText(missingGames(2, false, 'en-US'), { exact: false }).elements()).toEqual([]);
  for (const said of [gamesShort(1, 'en-US'), gamesUnread(1, 'en-US')])
    await expect.element(page.getByText(said, { exact: false })).toBeVisible();
});

test('the line says the same as charts do, and which games are not fetched', async () => {
  const earned = { bronze: 3, silver: 0, gold: 0, platinum: 0 };
  const title = aLibraryTitle({ npCommunicationId: setId(2), choice: 'unpicked', earned });
  const coverage = coverageOf(aLog(['2026-10-25T00:30:00Z', null]), [title]);
  await render(LogCoverage, { coverage, counting: countingWith(null), knownUntil: 20_000 });
  const games = missingGames(1, false, 'en-US');
  const said = datesSaid(coverage, 20_000, 'en-US', games);
  expect(said).toBe(
    '1 of 5 trophies have dates here. 1 trophy has no date at PlayStation. ' +
      '1 game is not fetched. Known up to Oct 4, 2024, when your list of games was read last.',
  );
  await expect.element(page.getByText(said!, { exact: false })).toBeVisible();
  expect(datesSaid(coverage, 20_000, 'en-US')).toBe(said!.replace(`${games} `, ''));
});

test('a game of which trophies were taken back is told, and fetched by the same button', async () => {
  const earned = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
  const before = aLibraryTitle({ npCommunicationId: setId(1), choice: 'unpicked', earned });
  const now = { ...allFetched(before, 1), earned: { ...earned, bronze: 0 } };
  const coverage = coverageOf(aLog(['2026-10-25T00:30:00Z']), [now]);
  const asked: string[][] = [];
  await render(LogCoverage, {
    coverage,
    counting: countingWith((ids) => void asked.push([...ids])),
    knownUntil: null,
    marksNumbers: true,
  });
  const said =
    'PlayStation took back trophies of 1 game that still count here. ' +
    '1 game is not fetched, so numbers with ≈ are about right.';
  await expect.element(page.getByText(said, { exact: false })).toBeVisible();
  expect(datesSaid(coverage, null, 'en-US')).toBe(said.split('. ')[0] + '.');
  await page.getByRole('button', { name: fetchGames(1, 'en-US') }).click();
  expect(asked).toEqual([[setId(1)]]);
});
