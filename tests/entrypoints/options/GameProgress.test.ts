import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { BASE_GAME } from '@/utils/words/trophy-list';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aTitleWith, openGamePage } from '../../support/game-page.ts';
import { DAY } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

/** A base game with its platinum, of which each trophy is earned, and one of an add-on that is not. */
const SET = aTrophySet({
  groups: ['default', '001'].map((groupId) => ({ groupId, name: groupId, iconUrl: null })),
  trophies: [
    aTrophy({ trophyId: 0, grade: 'platinum', earned: true }),
    aTrophy({ trophyId: 1, earned: true }),
    aTrophy({ trophyId: 2, groupId: '001' }),
  ],
});
const TITLE = aTitleWith(SET);
const OLDER = { ...TITLE.fetched, earned: 'an older state', at: Date.now() - 3 * DAY };
const UNSAID = aTrophy({ trophyId: 3, groupId: null });
const WITH_UNSAID = aTrophySet({ ...SET, trophies: [...SET.trophies, UNSAID] });

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

/** What the bar of the base game says. */
function baseBar(): string | undefined {
  const terms = [...page.getByTestId('game-head').element().querySelectorAll('dt')];
  const base = terms.find(({ textContent }) => textContent === BASE_GAME);
  return base?.nextElementSibling?.textContent.trim();
}

test.each<[string, string, Partial<LibraryTitle>, TrophySet | null]>([
  ['nothing is fetched of it', '100%', { fetched: NOTHING_FETCHED }, null],
  ['what is here is older', '100%', { fetched: OLDER }, SET],
  ['Sony does not say where one belongs', '100%', aTitleWith(WITH_UNSAID), WITH_UNSAID],
  ['none is earned', '0%', { fetched: NOTHING_FETCHED, earned: noTrophies() }, null],
])(
  'the bar of the base game tells what the library knows, where %s',
  async (_, says, said, set) => {
    const connection = { phase: 'disconnected', failure: null } as const;
    await openGamePage({ title: { ...TITLE, ...said }, set, status: { connection } });
    await expect.element(page.getByTestId('game-head')).toBeVisible();
    expect(baseBar()).toBe(says);
  },
);
