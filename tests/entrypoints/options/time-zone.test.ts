import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aTitleWith, openGamePage } from '../../support/game-page.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const EVENING = Date.UTC(2026, 6, 14, 19, 32);

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

afterEach(() => moveTo(''));

/** The device's time zone is that one from now on; the browser tells no page of it. */
async function moveTo(timezoneId: string): Promise<void> {
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId });
}

/** What a player does who comes back to a page. */
function lookAgain(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}

function shownText(): string {
  return document.body.innerText.replaceAll(/\s+/gu, ' ');
}

test('a page that stays open while its player travels shows every instant in the time of where they are', async () => {
  await moveTo('Europe/London');
  const trophies = [aTrophy({ earned: true, earnedAt: EVENING, grade: 'platinum' })];
  const set = aTrophySet({ trophies });
  const title = aTitleWith(set, { lastPlayedAt: EVENING, lastUpdatedAt: EVENING });
  await openGamePage({ title, set });
  await expect.poll(shownText).toContain('Jul 14, 2026 8:32 PM');

  await moveTo('Pacific/Kiritimati');
  lookAgain();
  await expect.poll(shownText).toContain('Jul 15, 2026 9:32 AM');
  const titles = [...document.querySelectorAll('[title]')].map((each) =>
    each.getAttribute('title'),
  );
  expect([...titles, shownText()].filter((text) => text?.match(/July? 14/u))).toEqual([]);

  location.hash = '#/library?sort=trophy';
  await expect.poll(shownText).toContain('Last trophy by Jul 15, 2026');
  await moveTo('America/St_Johns');
  lookAgain();
  await expect.poll(shownText).toContain('Last trophy by Jul 14, 2026');
});

test('once days are counted by a zone, a game’s page has the same as the log, wherever the player is', async () => {
  await moveTo('Pacific/Kiritimati');
  const trophies = [aTrophy({ earned: true, earnedAt: EVENING, grade: 'platinum' })];
  const set = aTrophySet({ trophies });
  const title = aTitleWith(set, { lastPlayedAt: EVENING, lastUpdatedAt: EVENING });
  await openGamePage({
    ...{ title, set },
    status: { settings: { ...DEFAULT_SETTINGS, zone: 'Europe/London' } },
  });
  await expect.poll(shownText).toContain('Jul 14, 2026 8:32 PM');
  const titles = [...document.querySelectorAll('[title]')].map((each) =>
    each.getAttribute('title'),
  );
  expect([...titles, shownText()].filter((text) => text?.match(/July? 15/u))).toEqual([]);
});
