import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { grades } from '@/utils/words/en/app.json';
import { CLEAR_ALL } from '@/utils/words/library-filters';
import * as words from '@/utils/words/en/log.json';
import * as statistics from '@/utils/words/en/statistics.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

interface Game extends Partial<LibraryTitle> {
  /** Null where they are not fetched. */
  trophies: Trophy[] | null;
}

/** Opens the log of a library with these games, numbered from 1. */
async function openLog(games: readonly Game[], query = '', zone: string | null = 'Europe/Berlin') {
  const accountId = `log-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  for (const [index, { trophies, ...said }] of games.entries()) {
    const npCommunicationId = setId(index + 1);
    const numbered = (trophies ?? []).map((trophy, trophyId) => ({ ...trophy, trophyId }));
    const earned = { bronze: numbered.length, silver: 0, gold: 0, platinum: 0 };
    const name = `Game ${String(index + 1)}`;
    const title = { npCommunicationId, name, earned, lastUpdatedAt: Date.now(), ...said };
    await database.titles.put(aLibraryTitle(title));
    if (trophies === null) continue;
    const set = { npCommunicationId, groups: [], trophies: numbered };
    await database.trophySets.put(packed(set));
    await database.earnings.put(earningsOf(set, Date.now(), true));
  }
  const requests: { name: string; payload: unknown }[] = [];
  answerAsBackground(undefined, (asked, payload) => requests.push({ name: asked, payload }));
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = { ...aSnapshot({ titleCount: games.length }), player };
  const settings = { ...DEFAULT_SETTINGS, ...(zone !== null && { zone }) };
  await publish({ connection: connected({ accountId }), snapshot, settings });
  history.replaceState(null, '', `#/log${query}`);
  return Object.assign(await render(App), { database, requests });
}

const list = page.getByRole('list', { name: 'Trophy log' });
const count = page.getByTestId('log-count');

const TWO: Game[] = [
  {
    trophies: [
      earnedAt('2026-10-25T00:30:00Z', { name: 'Twice', grade: 'gold' }),
      earnedAt('2026-10-25T01:30:00Z', {
        ...{ name: 'Twice again', grade: 'silver' },
        rates: [
          { day: Math.floor(Date.UTC(2026, 9, 25) / 86_400_000), rate: 21 },
          { day: Math.floor(Date.UTC(2026, 10, 25) / 86_400_000), rate: 34 },
        ],
      }),
    ],
  },
  {
    platforms: ['PS3'],
    hidden: true,
    trophies: [
      earnedAt('2025-12-31T23:30:00Z', { name: 'Turn of the year' }),
      earnedAt(null, { name: 'Nobody knows when' }),
    ],
  },
];

function names(): string[] {
  return [...document.querySelectorAll('[data-item] .name')].map((name) => name.textContent.trim());
}

function numbers(): string[] {
  return [...document.querySelectorAll('[data-item] .number [aria-hidden]')].map(
    (number) => number.textContent,
  );
}

test('every trophy stands in one list, the newest first, numbered, under its day', async () => {
  await openLog(TWO);
  await expect.element(count).toHaveTextContent('4');
  await expect
    .poll(names)
    .toEqual(['Twice again', 'Twice', 'Turn of the year', 'Nobody knows when']);
  expect(numbers()).toEqual(['#4', '#3', '#2']);
  const heads = list.getByRole('heading');
  await expect.element(heads.nth(0)).toMatchTextContent(/Oct 25, 2026.*2 trophies/);
  // By UTC it is still 2025.
  await expect.element(heads.nth(1)).toMatchTextContent(/Jan 1, 2026.*1 trophy/);
  await expect.element(heads.nth(2)).toMatchTextContent(new RegExp(words.undated));
  expect(list.getByRole('listitem').elements()).toHaveLength(4);
  await expect
    .element(list.getByRole('listitem').nth(0))
    .toMatchTextContent(/Trophy number 4.*Game 1.*Silver.*3\.4%.*2\.1% when you earned it/s);
  await expectAccessible();
});

test.each([
  ['?grade=gold', ['Twice']],
  ['?band=ultra-rare', ['Twice again']],
  ['?platform=PS3', ['Turn of the year', 'Nobody knows when']],
  ['?year=2026&weekday=sun&hour=2', ['Twice again', 'Twice']],
  ['?game=NPWR00002_00', ['Turn of the year', 'Nobody knows when']],
  ['?hidden=out', ['Twice again', 'Twice']],
  ['?q=again', ['Twice again']],
  ['?q=game+2+turn', ['Turn of the year']],
])('an address with %s shows the trophies that it asks for', async (query, expected) => {
  await openLog(TWO, query);
  await expect.poll(names).toEqual(expected);
  await expect.element(count).toHaveTextContent(String(expected.length));
});

test('what is chosen stands in the address, and is given up again', async () => {
  await openLog(TWO);
  await page.getByRole('checkbox', { name: `${grades.gold} 1` }).click();
  await expect.poll(names).toEqual(['Twice']);
  // As many as there are of others: what is chosen of its own facet leaves them as they are.
  await expect.element(page.getByRole('checkbox', { name: `${grades.bronze} 2` })).toBeVisible();
  await expect.poll(() => location.hash).toBe('#/log?grade=gold');
  await page.getByRole('button', { name: CLEAR_ALL }).click();
  await expect.element(count).toHaveTextContent('4');

  await page.getByRole('searchbox', { name: words.search }).fill('year');
  await expect.poll(names).toEqual(['Turn of the year']);
  await page.getByRole('searchbox').fill('zzz');
  await expect.element(page.getByText(words.noMatchTitle)).toBeVisible();
  await page.getByRole('button', { name: words.clear }).click();
  await expect.element(count).toHaveTextContent('4');
});

test('words are found in what was earned since they were looked for first', async () => {
  const { database } = await openLog(TWO, '?q=twice');
  await expect.poll(names).toEqual(['Twice again', 'Twice']);
  const trophies = [
    ...(TWO[0]?.trophies ?? []),
    earnedAt('2026-11-01T12:00Z', { name: 'Twice at last' }),
  ];
  const set = {
    ...{ npCommunicationId: setId(1), groups: [] },
    trophies: trophies.map((trophy, trophyId) => ({ ...trophy, trophyId })),
  };
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, Date.now(), true));
  await expect.poll(names).toEqual(['Twice at last', 'Twice again', 'Twice']);
});

test('a very wide screen has the year and the day in sight beside the list', async () => {
  await page.viewport(2560, 1200);
  await openLog(TWO);
  const months = page.getByRole('figure', { name: `${statistics.months}, 2026` });
  await expect.element(months).toBeVisible();
  const games = page.getByRole('list', { name: /October 25, 2026/ });
  await expect.element(games.getByRole('listitem')).toMatchTextContent(/Game 1.*2 trophies/s);
  expect(games.getByRole('link').element().getAttribute('href')).toBe(
    `#/log?day=2026-10-25&game=${setId(1)}`,
  );
  await expect
    .element(months)
    .toMatchTextContent(new RegExp(statistics.zone({ zone: 'Europe/Berlin' })));
  await expect.element(months).toMatchTextContent(/3 of 4 trophies have dates here/);
  await expectAccessible();
});

test('what stands beside the list speaks of what is shown, and its links narrow that', async () => {
  await page.viewport(2560, 1200);
  await openLog(TWO, '?q=twice+again&month=2026-09&month=2026-10');
  const months = page.getByRole('figure', { name: `${statistics.months}, 2026` });
  await expect
    .element(months)
    .toMatchTextContent(
      new RegExp(statistics.monthsCountsNarrowed.replaceAll('.', String.raw`\.`)),
    );
  const october = months.getByRole('link', { name: /October/ });
  await expect.element(october).toHaveAccessibleName(/1 trophy/);
  await expect.element(october).toHaveAttribute('href', '#/log?q=twice+again&month=2026-10');
  const games = page.getByRole('list', { name: /October 25, 2026/ });
  await expect.element(games.getByRole('listitem')).toMatchTextContent(/Game 1.*1 trophy/s);
  await games.getByRole('link').click();
  await expect
    .poll(() => location.hash)
    .toBe(`#/log?q=twice+again&month=2026-09&month=2026-10&day=2026-10-25&game=${setId(1)}`);
  await expect.poll(names).toEqual(['Twice again']);
});

test('a click on its game shows the trophies of that game alone', async () => {
  await openLog(TWO);
  await list.getByRole('link', { name: 'Game 2' }).first().click();
  await expect.poll(names).toEqual(['Turn of the year', 'Nobody knows when']);
  await expect.poll(() => location.hash).toBe(`#/log?game=${setId(2)}`);
});

test('a game that is not fetched is said to be missing, and fetched by a click', async () => {
  const earned = { bronze: 7, silver: 0, gold: 0, platinum: 0 };
  const lastUpdatedAt = Date.UTC(2026, 5, 1);
  const { requests } = await openLog([
    ...TWO,
    { trophies: null, choice: 'unpicked', earned, lastUpdatedAt },
  ]);
  // What is newer than Sony's last word of it is exact.
  await expect.poll(numbers).toEqual(['#11', '#10', '≈2']);
  await expect.element(page.getByText(/3 of 11 trophies have dates here/)).toBeVisible();
  await page.getByRole('button', { name: 'Fetch 1 game' }).click();
  await expect
    .poll(() => requests)
    .toContainEqual({
      name: 'chooseGames',
      payload: { choices: [[setId(3), 'picked']] },
    });
});

test('a hundredth trophy, a platinum and a game that is done have a line of their own', async () => {
  const trophies = Array.from({ length: 100 }, (_, n) =>
    earnedAt(Date.UTC(2026, 0, 1, 0, n), {
      name: `T${String(n)}`,
      grade: n === 99 ? 'platinum' : 'bronze',
    }),
  );
  const completedAt = Date.UTC(2026, 0, 1, 0, 99);
  const tally = {
    ...{ lastEarnedAt: completedAt, platinumAt: completedAt, completedAt },
    ...{ rarestEarned: null, leftToPlatinum: null },
  };
  const earned = { bronze: 99, silver: 0, gold: 0, platinum: 1 };
  await openLog([{ trophies, tally, earned, progress: 100 }]);
  const newest = list.getByRole('listitem').nth(0);
  await expect
    .element(newest)
    .toMatchTextContent(/Trophy number 100.*Your first platinum.*100%: Game 1/s);
});

describe('the keyboard', () => {
  test('leads from the search into the list, through it, and to a trophy’s page', async () => {
    await openLog(TWO);
    await expect.element(count).toHaveTextContent('4');
    await page.getByRole('searchbox').click();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(list.getByRole('link', { name: 'Twice again' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(list.getByRole('link', { name: 'Nobody knows when' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(list.getByRole('link', { name: 'Game 2' }).last()).toHaveFocus();
    await userEvent.keyboard('{Home}{Enter}');
    await expect.poll(() => location.hash).toMatch(/^#\/(?:game|log)/);
  });
});

test('years are jumped to', async () => {
  const trophies = Array.from({ length: 400 }, (_, n) =>
    earnedAt(Date.UTC(2024, n < 200 ? 0 : 12, 1, 0, n), { name: `T${String(n)}` }),
  );
  await openLog([{ trophies }], '', 'UTC');
  await page.getByRole('combobox', { name: words.jump }).selectOptions('2024');
  await expect.poll(names).toContain('T199');
});

test('whoever reads far down stays there while the status goes on', async () => {
  const trophies = Array.from({ length: 400 }, (_, n) =>
    earnedAt(Date.UTC(2024, 0, 1, 0, n), { name: `T${String(n)}` }),
  );
  await openLog([{ trophies }], '', 'UTC');
  await expect.element(count).toHaveTextContent('400');
  window.scrollTo(0, 300 * 48);
  await expect.poll(names).toContain('T100');
  await publish({ clockOffset: 1_000 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(names()).toContain('T100');
});

test('before any trophy is fetched it says what comes', async () => {
  await openLog([{ trophies: null, earned: { bronze: 3, silver: 0, gold: 0, platinum: 0 } }]);
  await expect.element(page.getByText(words.emptyTitle)).toBeVisible();
});

test('the zone of the first look is kept', async () => {
  const { requests } = await openLog(TWO, '', null);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  await expect.poll(() => requests).toContainEqual({ name: 'changeSettings', payload: { zone } });
});
