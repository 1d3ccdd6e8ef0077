import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { yearBefore } from '@/utils/words/charts';
import * as words from '@/utils/words/en/year.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

const ID = setId(1);
const NAME = 'Sable Aviary';

/** A platinum in each of two years: both are named in their pictures. */
async function openYear(hash: string): Promise<void> {
  const accountId = `year-withheld-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  const earned = { bronze: 0, silver: 0, gold: 0, platinum: 2 };
  await database.titles.put(aLibraryTitle({ npCommunicationId: ID, name: NAME, earned }));
  const trophies = ['2024-06-01T10:00:00Z', '2025-06-01T10:00:00Z'].map((at, trophyId) =>
    earnedAt(at, { trophyId, grade: 'platinum' }),
  );
  const set = { npCommunicationId: ID, groups: [], trophies };
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, Date.now(), true));
  answerAsBackground();
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: 1 }), player },
  });
  history.replaceState(null, '', hash);
  await render(App);
}

test('names of games that are not to be told are told of no other year either', async () => {
  await openYear('#/year/2025');
  const names = page.getByRole('switch', { name: words.showsGames });
  const description = page.getByText(/^2025 in trophies:/);
  await expect.element(description).toMatchTextContent(new RegExp(NAME));
  await names.click();
  await page.getByRole('radio', { name: new RegExp(words.shapes.landscape) }).click();
  await page.getByRole('link', { name: yearBefore(2024) }).click();
  await expect.element(page.getByText(/^2024 in trophies:/)).toBeVisible();
  await expect
    .element(page.getByText(/^2024 in trophies:/))
    .not.toMatchTextContent(new RegExp(NAME));
  await expect.element(names).not.toBeChecked();
  const landscape = page.getByRole('radio', { name: new RegExp(words.shapes.landscape) });
  await expect.element(landscape).toBeChecked();
});
