import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { browser } from 'wxt/browser';
import type { SetVersion } from '@/utils/domain/history/set-versions';
import { grades } from '@/utils/words/en/app.json';
import * as game from '@/utils/words/en/game.json';
import * as words from '@/utils/words/en/changes.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTitleWith, openDetails, openGamePage } from '../../support/game-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const SET = aTrophySet({
  trophies: [
    aTrophy({ trophyId: 0, name: 'Podium', grade: 'platinum', earned: true, earnedAt: 1 }),
    aTrophy({ trophyId: 1, name: 'Hush', hidden: true }),
  ],
});
const SEEN = Date.UTC(2026, 10, 12, 12);

function version(said: Partial<SetVersion>): SetVersion {
  const { npCommunicationId } = SET;
  return { npCommunicationId, seenAt: SEEN, language: 'en', title: {}, trophies: [], ...said };
}

const VERSIONS = [
  version({
    title: {
      name: ['Race', 'Race Deluxe'],
      platforms: [['PS4'], ['PS4', 'PS5']],
      trophySetVersion: ['01.00', '01.10'],
      defined: [
        { bronze: 0, silver: 0, gold: 0, platinum: 1 },
        { bronze: 1, silver: 0, gold: 0, platinum: 1 },
      ],
    },
  }),
  version({
    seenAt: SEEN + 1_000,
    trophies: [
      [0, 'detail', 'Win 3 races', 'Win 5 races'],
      [1, 'detail', 'Whisper', 'Be silent'],
    ],
  }),
  version({ seenAt: SEEN - 90 * 86_400_000, trophies: [[5, 'name', 'Farewell', null]] }),
];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

const opener = page.getByRole('button', { name: game.setChanges });
const main = page.getByRole('main');

test('a game of which nothing has changed says nothing of it, until something has', async () => {
  const { database } = await openGamePage({ title: aTitleWith(SET), set: SET });
  await openDetails();
  await expect.element(page.getByRole('region', { name: game.details })).toBeVisible();
  expect(opener.elements()).toHaveLength(0);

  // What opens them says so: nobody looks for changes among tags.
  const details = (name: string) => page.getByRole('button', { name, exact: true });
  await expect.element(details(game.details)).toBeVisible();
  await database.setVersions.bulkPut(VERSIONS);
  await expect.element(details(game.detailsChanged)).toBeVisible();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
});

test('the line that says that it was revised leads to what changed, word by word, the newest first', async () => {
  const title = aTitleWith(SET, { name: 'Race Deluxe', revisedAt: SEEN });
  const { database } = await openGamePage({ title, set: SET });
  await database.setVersions.bulkPut(VERSIONS);

  await main.getByRole('button', { name: new RegExp(game.revised) }).click();

  await expect.element(opener).toHaveFocus();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  const days = main.getByRole('heading', { name: /^Seen on/ });
  await expect
    .poll(() => days.elements().map(({ textContent }) => textContent))
    .toEqual(['Seen on Nov 12, 2026', 'Seen on Aug 14, 2026']);
  const told = (role: 'deletion' | 'insertion') =>
    main
      .getByRole(role)
      .elements()
      .map(({ textContent }) => textContent);
  expect(told('deletion')).toEqual(['3', '01.00', '1'].map((text) => `${words.removed} ${text}`));
  expect(told('insertion')).toEqual(
    ['5', ' Deluxe', ' · PS5', '01.10', '2'].map((text) => `${words.added} ${text}`),
  );
  // What a secret trophy says stays covered, and one that is gone is told by its name.
  await expect.element(main.getByText(words.secretChanged)).toBeVisible();
  expect(main.getByText('Whisper').elements()).toHaveLength(0);
  await expect.element(main.getByRole('heading', { name: 'Farewell' })).toBeVisible();
  await expectAccessible();

  await userEvent.keyboard('{Enter}');
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
  expect(days.elements()).toHaveLength(0);
});

test('grades that one sum hides are told one by one', async () => {
  const { database } = await openGamePage({ title: aTitleWith(SET), set: SET });
  const before = { bronze: 40, silver: 3, gold: 2, platinum: 1 };
  const after = { ...before, bronze: 39, silver: 4 };
  await database.setVersions.put(version({ title: { defined: [before, after] } }));
  await openDetails();
  await opener.click();
  const told = (role: 'deletion' | 'insertion') =>
    main
      .getByRole(role)
      .elements()
      .map(({ textContent }) => textContent.replace(/^\w+: /, ''));
  await expect.poll(() => told('deletion')).toEqual(['3', '40']);
  expect(told('insertion')).toEqual(['4', '39']);
  await expect.element(main.getByText(words.gradeCounts.silver)).toBeVisible();
  expect(main.getByText(words.trophyCount).elements()).toHaveLength(0);
});

test('what is new, regraded, moved or called otherwise is told, and no secret', async () => {
  const addOn = { groupId: '001', name: 'Long nights', iconUrl: null };
  const set = { ...SET, groups: [{ ...addOn, groupId: 'default' }, addOn] };
  const { database } = await openGamePage({ title: aTitleWith(set), set });
  await database.setVersions.put(
    version({
      trophies: [
        [0, 'grade', 'gold', 'platinum'],
        [0, 'groupId', '001', 'default'],
        [1, 'name', '', 'Hush'],
        [7, 'name', '', 'Later'],
        [9, 'name', 'Farewell', null],
        [9, 'grade', 'bronze', null],
      ],
      groups: [['001', 'Nights', 'Long nights']],
    }),
  );
  await openDetails();
  await opener.click();

  await expect
    .element(main.getByRole('heading', { name: words.trophiesAdded({ trophies: 2 }, 'en-US') }))
    .toBeVisible();
  const added = main
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^(${game.secretTrophy}|Later|Hush)$`) });
  expect(added.elements().map(({ textContent }) => textContent)).toEqual([
    game.secretTrophy,
    'Later',
  ]);
  const line = (name: string) =>
    main
      .getByRole('term')
      .elements()
      .filter(({ textContent }) => textContent === name)
      .map(({ nextElementSibling }) =>
        nextElementSibling?.textContent?.replaceAll(/\s+/g, ' ').trim(),
      );
  expect(line(words.addOnName)).toHaveLength(1);
  expect(line(words.trophyGrade)).toEqual([
    `${words.removed} Gold${words.added} Platinum`,
    grades.bronze,
  ]);
  expect(line(words.trophyGroup)).toEqual([`${words.removed} Long nights${words.added} Base game`]);
  await expectAccessible();
});
