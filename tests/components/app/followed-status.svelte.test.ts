import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { FollowedStatus } from '@/components/app/followed-status.svelte';
import type { Status } from '@/utils/status/status';
import { readStatus } from '@/utils/status/read';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus } from '../../support/statuses.ts';

beforeEach(() => browser.storage.local.clear());

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

test('what has changed since that was read is shown after the first frame', async () => {
  await publish(withGames(2));
  const { said, stop } = follow(withGames(1));

  await expect.poll(() => said).toEqual([1, 2]);
  stop();
});
