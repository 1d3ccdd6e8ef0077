import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { announcer } from '@/components/basics/announcer.svelte';
import Announcer from '@/components/basics/Announcer.svelte';
import TitleListSkeleton from '@/components/library/TitleListSkeleton.svelte';
import { tickedGames } from '@/utils/words/picker';
import { LOADING, PICK_GAMES } from '@/utils/words/names';
import { awaited, fetchedAsOf } from '@/utils/words/trophies-awaited';
import { nextNamed } from '@/utils/words/game';
import TrophiesAwaited from '@/components/game/TrophiesAwaited.svelte';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aTitleWith, aTitleWithout, openGamePage } from '../../support/game-page.ts';
import { games, openPicker } from '../../support/picker-scene.ts';
import { DAY } from '../../support/statuses.ts';
import { aTrophySet } from '../../support/trophies.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const region = page.getByRole('status');

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  await render(Announcer);
  announcer.arrive();
});

/** Longer than the picker waits for the last of a row of ticks. */
function calms(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 1_300));
}

test('how many games are ticked is said once they change, not with the page', async () => {
  const { container, tick } = await openPicker(games(3));
  await expect.element(tick('Game 1')).toBeVisible();
  await calms();
  await expect.element(region).toHaveTextContent('');

  await tick('Game 1').click();
  await tick('Game 2').click();
  await expect.element(region).toHaveTextContent(tickedGames(2, 'en'));
  expect(container.querySelectorAll('[role=status], [aria-live]')).toHaveLength(0);
});

test('what trophies wait for is said where it changes, and that they came', async () => {
  const props = { arrival: 'asking', fetchedAt: null, now: NOW, onfetch: () => undefined } as const;
  const { container, rerender } = await render(TrophiesAwaited, {
    ...props,
    availability: 'nothing',
  });
  await expect.poll(() => announcer.isArriving).toBe(false);
  await expect.element(region).toHaveTextContent('');

  await rerender({ arrival: 'stopped' });
  await expect.element(region).toHaveTextContent(awaited('nothing', 'stopped'));
  await rerender({ availability: 'current', fetchedAt: NOW });
  await expect.element(region).toHaveTextContent(fetchedAsOf(NOW, NOW, 'en'));
  expect(container.querySelectorAll('[role=status], [aria-live]')).toHaveLength(0);
});

test('that a page is loading is said where it comes up later only', async () => {
  const view = { layout: 'list', cardSize: 'small' } as const;
  const painted = await render(TitleListSkeleton, { view });
  await expect.poll(() => announcer.isArriving).toBe(false);
  await expect.element(region).toHaveTextContent('');
  await painted.unmount();

  await render(TitleListSkeleton, { view });
  await expect.element(region).toHaveTextContent(LOADING);
});

/** The page of the first of four games, in the library's order. */
async function openFirstGame(): Promise<void> {
  const set = aTrophySet();
  const others = ['Second', 'Third', 'Last'].map((name, at) =>
    aTitleWithout(1, {
      ...{ npCommunicationId: `NPWR0000${String(at + 2)}_00`, name },
      lastPlayedAt: NOW - (at + 1) * DAY,
    }),
  );
  await openGamePage({
    title: aTitleWith(set, { name: 'Astro Bot', lastPlayedAt: NOW }),
    ...{ others, set },
  });
  await expect.element(heading('Astro Bot')).toBeVisible();
  await expect.element(page.getByRole('link', { name: nextNamed('Second') })).toBeVisible();
}

function heading(name: string) {
  return page.getByRole('heading', { level: 1, name });
}

test('another game is named where the focus stays on the heading, or on the link that led there', async () => {
  await openFirstGame();
  (heading('Astro Bot').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(heading('Second')).toBeVisible();
  await expect.element(region.nth(1)).toMatchTextContent(/^Second\b/);

  await page.getByRole('link', { name: nextNamed('Third') }).click();
  await expect.element(region.nth(1)).toMatchTextContent(/^Third\b/);
});

test('and is not named a second time where the focus goes to its heading', async () => {
  await openFirstGame();
  const row = page.getByRole('list', { name: 'Trophies', exact: true }).getByRole('listitem');
  row.first().element().querySelector<HTMLElement>('[tabindex], button, a')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(heading('Second')).toHaveFocus();
  await expect.element(region.nth(1)).not.toMatchTextContent(/Second/);
});

test('a page is named where the link of the header that led to it keeps the focus', async () => {
  await openFirstGame();
  await page.getByRole('link', { name: PICK_GAMES, exact: true }).click();
  await expect.element(heading(PICK_GAMES)).toBeVisible();
  await expect.element(region.nth(1)).toHaveTextContent(PICK_GAMES);
});
