import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { FollowedStatus } from '@/components/app/followed-status.svelte';
import type * as Paced from '@/components/app/paced';
import type * as Parse from '@/utils/status/parse';
import { NO_PROGRESS } from '@/utils/domain/sync/sync-status';
import type { Status } from '@/utils/status/status';
import { readStatus } from '@/utils/status/read';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus } from '../../support/statuses.ts';

const reading = vi.hoisted(() => ({ isGone: false, rest: null as number | null }));
vi.mock('@/components/app/paced', async (original) => {
  const { pacedTo } = await original<typeof Paced>();
  const paced: typeof pacedTo = (pass, rest, player) => pacedTo(pass, reading.rest ?? rest, player);
  return { pacedTo: paced };
});
vi.mock('@/utils/status/parse', async (original) => {
  const { parseStatus, ...rest } = await original<typeof Parse>();
  return {
    ...rest,
    parseStatus: (stored: Parameters<typeof parseStatus>[0]) => {
      if (reading.isGone) throw new TypeError('Failed to fetch dynamically imported module');
      return parseStatus(stored);
    },
  };
});

beforeEach(() => browser.storage.local.clear());
afterEach(() => (reading.rest = null));

const withGames = (titleCount: number): Status => aStatus({ snapshot: aSnapshot({ titleCount }) });

/** How many games it has said that there are, one after the other. */
function follow(first?: Status) {
  const followed = new FollowedStatus(first);
  const said: (number | 'loading')[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      const { current } = followed;
      said.push(current === 'loading' ? current : current.snapshot.titleCount);
    });
  });
  return { said, stop };
}

const soonAfter = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

test('is loading until it is read', async () => {
  await publish(withGames(1));
  const { said, stop } = follow();
  await expect.poll(() => said).toEqual(['loading', 1]);
  stop();
});

test('begins with what was read before, and says the same only once', async () => {
  await publish(withGames(1));
  const { said, stop } = follow(await readStatus());
  await soonAfter();
  expect(said).toEqual([1]);

  await publish(withGames(2));
  await expect.poll(() => said).toEqual([1, 2]);
  stop();
});

test('that a sync has begun is said at once, how far it is and that it is over calmly', async () => {
  // No rest ends in the time of this test.
  reading.rest = 60_000;
  await publish(withGames(1));
  const { said, stop } = follow(await readStatus());
  await soonAfter();
  const running = (titleCount: number): Status =>
    aStatus({ snapshot: aSnapshot({ titleCount, sync: { ...NO_PROGRESS, state: 'running' } }) });
  await publish(withGames(2));
  await expect.poll(() => said).toEqual([1, 2]);
  await publish(running(3));
  await expect.poll(() => said).toEqual([1, 2, 3]);
  // The rows that it has brought are read before its end is told.
  for (const status of [running(4), withGames(5)]) await publish(status);
  await soonAfter();
  expect(said).toEqual([1, 2, 3]);
  stop();
});

test('what has changed since that was read is shown after the first frame', async () => {
  await publish(withGames(2));
  const { said, stop } = follow(withGames(1));

  await expect.poll(() => said).toEqual([1, 2]);
  stop();
});

test('says so where what reads the status of a later build is gone, and keeps what it has', async () => {
  await publish(withGames(1));
  const followed = new FollowedStatus(await readStatus());
  const stop = $effect.root(() => {
    $effect(() => void followed.current);
  });
  await soonAfter();
  reading.isGone = true;
  await browser.storage.local.set({ snapshot: { shape: 0 } });

  await expect.poll(() => followed.hasFailed).toBe(true);
  expect(followed.current).toHaveProperty('snapshot.titleCount', 1);
  reading.isGone = false;
  stop();
});

test('what the browser does not hand out for once is read at the next change', async () => {
  await publish(withGames(1));
  const { said, stop } = follow(await readStatus());
  await soonAfter();
  const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('busy'));
  await publish(withGames(2));
  await expect.poll(() => get.mock.calls.length).toBe(1);
  get.mockRestore();

  await publish(withGames(3));
  await expect.poll(() => said).toEqual([1, 3]);
  stop();
});
