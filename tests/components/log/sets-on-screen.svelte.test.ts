import { expect, test, vi } from 'vitest';
import { SetsOnScreen } from '@/components/log/sets-on-screen.svelte';
import type { Follower } from '@/utils/database/followed-query';
import type { LibraryQueries } from '@/utils/database/queries';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { setId } from '../../support/earned-trophies.ts';

/** Sets of which none is to be had, and what is asked for of them. */
function openSets() {
  const asked = vi.fn<(ids: readonly string[]) => void>();
  const trophySets: LibraryQueries['trophySets'] = (ids) => ({
    subscribe({ next }: Follower<TrophySet[]>) {
      asked(ids);
      next([]);
      return { unsubscribe: () => undefined };
    },
  });
  return { sets: new SetsOnScreen({ trophySets }), asked };
}

/** All that is to be done before anything else comes. */
async function microtasks(): Promise<void> {
  for (let count = 0; count < 20; count += 1) await Promise.resolve();
}

test('what is drawn together is asked for at once', async () => {
  const { sets, asked } = openSets();
  sets.want(setId(1));
  sets.want(setId(2));
  await microtasks();
  expect(asked.mock.calls).toStrictEqual([[[setId(1), setId(2)]]]);
});

test('what a key shows is asked for once its frame is seen', async () => {
  const { sets, asked } = openSets();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k' }));
  sets.want(setId(1));
  await microtasks();
  expect(asked).not.toHaveBeenCalled();
  await expect.poll(() => asked.mock.calls).toStrictEqual([[[setId(1)]]]);
  expect(sets.isRead(setId(1))).toBe(true);
});
