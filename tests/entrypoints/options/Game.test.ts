import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { packed } from '@/utils/database/packed-set';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { noneListed } from '@/utils/words/en/game.json';
import { PLAYTIME } from '@/utils/words/game';
import { HIDDEN } from '@/utils/words/title-flags';
import { SHOW_SECRETS, SORT_NAMES } from '@/utils/words/trophy-list';
import { PLATINUM_EARNED } from '@/utils/words/trophies';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, openDetails, openGamePage, openOptions } from '../../support/game-page.ts';
import { aLibraryTitle } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import * as game from '@/utils/words/en/game.json';

const EARNED_AT = Date.UTC(2026, 6, 14, 19, 32);
const EARNED_DAY = Math.floor(EARNED_AT / 86_400_000);

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

const trophies = page.getByRole('list', { name: 'Trophies', exact: true });

/** The names of the rows in their order. */
function shownNames(): string[] {
  return [...document.querySelectorAll('[data-item] .name')].map(
    (name) => name.querySelector('bdi')?.textContent ?? 'covered',
  );
}

async function expectShown(names: string[]): Promise<void> {
  await expect.poll(shownNames).toEqual(names);
}

async function open(said: Partial<Trophy>[], rest = {}) {
  const set = aTrophySet({
    trophies: said.map((trophy, trophyId) =>
      aTrophy({ trophyId, name: `T${trophyId}`, ...trophy }),
    ),
  });
  return openGamePage({ title: aTitleWith(set), set, ...rest });
}

test('counts each grade, and gives a grade that the set does not have no place', async () => {
  const set = aTrophySet({
    trophies: [
      aTrophy({ trophyId: 0, grade: 'gold', earned: true }),
      aTrophy({ trophyId: 1, grade: 'gold' }),
    ],
  });
  await openGamePage({ title: aTitleWith(set), set });

  await expect.element(page.getByTestId('grade-gold')).toHaveTextContent('1 / 2');
  expect(page.getByTestId('grade-platinum').elements()).toHaveLength(0);
  await expect.poll(() => page.getByRole('list', { name: 'Trophies' }).elements()).toHaveLength(1);
});

test('says of a trophy what there is to say', async () => {
  await open([
    {
      name: 'Keeper',
      detail: 'Light them all.',
      grade: 'gold',
      earned: true,
      earnedAt: EARNED_AT,
      rewardName: 'Avatar: Lamp',
      rates: [
        { day: EARNED_DAY - 3, rate: 41 },
        { day: EARNED_DAY + 90, rate: 98 },
      ],
    },
    { name: 'Walker', target: 9_000, progress: 3_000 },
  ]);

  const first = trophies.getByRole('listitem').nth(0);
  await expect.element(first).toMatchTextContent(/Keeper.*Gold.*Light them all\..*Avatar: Lamp/s);
  await expect.element(first).toMatchTextContent(/9\.8%.*Very rare.*4\.1% when you earned it/s);
  const time = document.querySelector('[data-item] time');
  expect(time?.getAttribute('datetime')).toBe('2026-07-14T19:32:00.000Z');
  const inZone = new Intl.DateTimeFormat(navigator.language, { timeStyle: 'short' });
  expect(time?.textContent).toContain(inZone.format(EARNED_AT));

  const second = trophies.getByRole('listitem').nth(1);
  await expect.element(second).toMatchTextContent(/Walker.*not earned.*3,000 \/ 9,000/s);
  await expectAccessible();
});

test('a PS3 set shows what it has, and no empty boxes', async () => {
  const set = aTrophySet({
    trophies: [
      aTrophy({ trophyId: 0, name: 'Old', earned: true, earnedAt: null }),
      aTrophy({ trophyId: 1, name: 'Older' }),
    ],
  });
  const title = aTitleWith(set, {
    platforms: ['PS3'],
    playSeconds: null,
    lastPlayedSource: 'trophy-list',
  });
  await openGamePage({ title, set });

  await expect.element(trophies.getByRole('listitem').nth(0)).toMatchTextContent(/no date known/);
  const text = page.getByRole('article').element().textContent;
  expect(text).toContain('Sony keeps no play date');
  expect(text).toContain(game.rarityUnknown);
  for (const absent of [PLAYTIME, /Reward/, /%.*when you earned/, new RegExp(game.groups)]) {
    expect(text).not.toMatch(absent);
  }
  await expectAccessible();
});

test('a game whose playtime Sony left out has one that is not known', async () => {
  const set = aTrophySet();
  await openGamePage({ title: aTitleWith(set, { playSeconds: null }), set });

  await openDetails();
  await expect
    .element(page.getByRole('definition').getByText('unknown', { exact: true }))
    .toBeVisible();
});

test.each([
  '<b>Markup</b> & "Quotes" <script>alert(1)</script>',
  'مغامرات الأمير',
  'N'.repeat(200),
])('%s is shown as it is written, and breaks nothing', async (name) => {
  await page.viewport(360, 800);
  await open([{ name, detail: name }]);

  await expectShown([name]);
  expect(trophies.element().querySelector('b, script')).toBeNull();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('filters and sorts, and keeps to it in the next game', async () => {
  const rates = (rate: number) => [{ day: 1, rate }];
  const set = aTrophySet({
    trophies: [
      aTrophy({ trophyId: 0, name: 'Easy one', rates: rates(700) }),
      aTrophy({ trophyId: 1, name: 'Owned one', rates: rates(1), earned: true, earnedAt: 5 }),
      aTrophy({ trophyId: 2, name: 'Hard one', rates: rates(20), grade: 'gold' }),
    ],
  });
  const nextSet = { ...set, npCommunicationId: 'NPWR00002_00' };
  const next = aTitleWith(nextSet, { name: 'Next one', lastPlayedAt: 1 });
  const { database } = await openGamePage({ title: aTitleWith(set), set, others: [next] });
  await expectShown(['Easy one', 'Owned one', 'Hard one']);

  await page.getByRole('radio', { name: 'Missing 2' }).click();
  await expectShown(['Easy one', 'Hard one']);
  await page.getByRole('combobox', { name: 'Sort by' }).selectOptions(SORT_NAMES.rarity);
  await expectShown(['Hard one', 'Easy one']);

  await database.trophySets.put(packed(nextSet));
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Next one');
  await expectShown(['Hard one', 'Easy one']);

  await page.getByRole('radio', { name: 'Earned 1' }).click();
  await expectShown(['Owned one']);
});

test('offers the closest counter only where there is a counter, and keeps to it for the next game', async () => {
  const counted = { target: 10, progress: 4 };
  const set = aTrophySet({
    trophies: [
      aTrophy({ trophyId: 0, name: 'Uncounted' }),
      aTrophy({ trophyId: 1, name: 'Counted', ...counted }),
    ],
  });
  const without = aTrophySet({
    npCommunicationId: 'NPWR00002_00',
    trophies: [
      aTrophy({ trophyId: 0, name: 'Uncounted one' }),
      // What it counted is over.
      aTrophy({ trophyId: 1, name: 'Second', ...counted, earned: true, earnedAt: 5 }),
    ],
  });
  const next = aTitleWith(without, { name: 'Next one', lastPlayedAt: 1 });
  const { database } = await openGamePage({ title: aTitleWith(set), set, others: [next] });
  await database.trophySets.put(packed(without));
  const sort = page.getByRole('combobox', { name: 'Sort by' });
  await sort.selectOptions(SORT_NAMES.counter);
  await expectShown(['Counted', 'Uncounted']);

  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{ArrowRight}');
  await expectShown(['Uncounted one', 'Second']);
  await expect.element(sort).toHaveDisplayValue(SORT_NAMES.sony);
  await expect
    .element(sort.getByRole('option', { name: SORT_NAMES.counter }))
    .not.toBeInTheDocument();

  await userEvent.keyboard('{ArrowLeft}');
  await expectShown(['Counted', 'Uncounted']);
  await expect.element(sort).toHaveDisplayValue(SORT_NAMES.counter);
});

test('says so where no trophy fits the filter, and leads out', async () => {
  await open([{}, {}]);

  await page.getByRole('radio', { name: 'Earned 0' }).click();
  await expect.element(page.getByText(noneListed.earned)).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: game.showAll }).click();
  await expectShown(['T0', 'T1']);
});

test('a secret stays covered until it is clicked, and can be covered again', async () => {
  await open([
    {
      hidden: true,
      name: 'The butler did it',
      detail: 'Find out.',
      iconUrl: 'https://image.api.playstation.com/i',
    },
    { hidden: true, name: 'Known by now', earned: true },
  ]);

  await expectShown(['covered', 'Known by now']);
  expect(document.body.textContent).not.toContain('butler');
  expect(document.body.textContent).not.toContain('Find out.');
  expect(document.querySelector('[data-item="0"] img')).toBeNull();
  await expectAccessible();

  await page.getByRole('button', { name: game.showSecret }).click();
  await expectShown(['The butler did it', 'Known by now']);
  expect(document.querySelector('[data-item="0"] img')).not.toBeNull();
  const cover = page.getByRole('button', { name: game.coverSecret });
  await expect.element(cover).toHaveFocus();
  await cover.click();
  await expectShown(['covered', 'Known by now']);
});

test('all secrets open by the setting, which is changed here too', async () => {
  const heard: unknown[] = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'changeSettings') heard.push(payload);
  });
  const settings = { ...DEFAULT_SETTINGS, showsSecrets: true };
  await open([{ hidden: true, name: 'The butler did it' }], { status: { settings } });

  await expectShown(['The butler did it']);
  expect(page.getByRole('button', { name: game.showSecret }).elements()).toHaveLength(0);
  await openOptions();
  const shows = page.getByRole('switch', { name: SHOW_SECRETS });
  await expect.element(shows).toBeChecked();
  await shows.click();
  await expect.poll(() => heard).toEqual([{ showsSecrets: false }]);
});

test('the marks of a game: platinum, hidden, gone', async () => {
  const set = aTrophySet({
    trophies: [aTrophy({ grade: 'platinum', earned: true, earnedAt: EARNED_AT })],
  });
  const title = aTitleWith(set, {
    hidden: true,
    absence: { missedAt: EARNED_AT, isSure: true },
  });
  await openGamePage({ title, set });

  for (const mark of [PLATINUM_EARNED, HIDDEN, /^Removed from PlayStation since .*2026/]) {
    await expect.element(page.getByText(mark)).toBeVisible();
  }
  await expectShown(['First Light']);
});

test('the arrows lead to the neighbours, but not while something is written', async () => {
  const others = [
    aLibraryTitle({ npCommunicationId: 'NPWR00008_00', name: 'Newer', lastPlayedAt: Date.now() }),
    aLibraryTitle({ npCommunicationId: 'NPWR00009_00', name: 'Older', lastPlayedAt: 1 }),
  ];
  await open([{}], { others });
  await expect.element(page.getByRole('link', { name: /Next game/ })).toMatchTextContent(/Older/);
  const heading = page.getByRole('heading', { level: 1 });

  await page.getByRole('button', { name: game.note }).click();
  await userEvent.keyboard('{ArrowRight}{Escape}');
  await expect.element(heading).toHaveTextContent('Lantern Keepers');

  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(heading).toHaveTextContent('Newer');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(heading).toHaveTextContent('Lantern Keepers');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(heading).toHaveTextContent('Older');
});
