import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { yearFileText } from '@/utils/exports/year-file';
import * as words from '@/utils/words/en/friend.json';
import { aYear } from '../../support/a-year.ts';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const MINE = '1000000000000000003';
const AT = Date.UTC(2026, 10, 29, 12);
const FIRST = 'NPWR00000_00';

beforeEach(async () => {
  await page.viewport(1280, 3_000);
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

afterEach(() => eraseDatabases());

/** The player has two trophies of this year in one of nine games. */
async function open() {
  const database = new LibraryDatabase(MINE);
  const player = { ...aSnapshot().player!, accountId: MINE };
  const trophies = [0, 1].map((trophyId) => aTrophy({ trophyId, earned: true, earnedAt: AT }));
  const set = aTrophySet({ npCommunicationId: FIRST, trophies });
  await database.overview.put({ ...EMPTY_OVERVIEW, player, hasPicks: true });
  await database.titles.bulkPut(manyLibraryTitles(9));
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, AT, true));
  database.close();
  await publish({
    connection: connected({ accountId: MINE }),
    snapshot: { ...aSnapshot(), player },
  });
  location.hash = '#/friend';
  return render(App);
}

test('a friend’s year stands beside the same year of the player', async () => {
  const text = await yearFileText(aYear(), {
    ...{ product: '1.2.3', at: AT, zone: 'UTC', account: 'Second_Pad' },
    gameOf: () => null,
  });
  const { getByRole, getByLabelText } = await open();
  await getByLabelText(words.file).upload(new File([text], 'year.json'));
  const beside = getByRole('table', { name: words.yearBeside });
  await expect.element(beside).toMatchTextContent('Second_Pad');
  for (const [kind, mine] of [
    ['trophies', '2'],
    ['days', '1'],
    ['busiestDay', '2'],
  ] as const) {
    const row = beside.getByRole('rowheader', { name: words.yearRows[kind], exact: true });
    await expect
      .poll(() => row.element().nextElementSibling?.textContent, { message: kind })
      .toBe(mine);
  }
  await expect.element(getByRole('row', { name: 'Trophies 2 5', exact: true })).toBeVisible();
  await expect.element(getByRole('figure', { name: words.yearMonths })).toBeVisible();
  const marks = getByRole('figure', { name: words.yearMonths }).getByRole('img');
  await expect
    .poll(() => marks.elements().map((mark) => mark.ariaLabel))
    .toContain('Nov: 2 trophies. They: 1 trophy');
  await expectAccessible();
});
