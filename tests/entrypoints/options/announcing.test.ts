import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { announcer } from '@/components/basics/announcer.svelte';
import Announcer from '@/components/basics/Announcer.svelte';
import TitleListSkeleton from '@/components/library/TitleListSkeleton.svelte';
import { tickedGames } from '@/utils/words/picker';
import { LOADING } from '@/utils/words/names';
import { awaited, fetchedAsOf } from '@/utils/words/trophies-awaited';
import TrophiesAwaited from '@/components/game/TrophiesAwaited.svelte';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { games, openPicker } from '../../support/picker-scene.ts';

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
