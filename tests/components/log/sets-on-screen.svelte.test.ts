import { expect, test, vi } from 'vitest';
import { SetsOnScreen } from '@/components/log/sets-on-screen.svelte';
import type { Follower } from '@/utils/database/followed-query';
import type { LibraryQueries } from '@/utils/database/queries';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { setId } from '../../support/earned-trophies.ts';

/** Sets of which none is to be had, and what is asked for of them. */
function openSets(titleOf: (id: string) => LibraryTitle | undefined = () => undefined) {
  const asked = vi.fn<(ids: readonly string[]) => void>();
  const trophySets: LibraryQueries['trophySets'] = (ids) => ({
    subscribe({ next }: Follower<TrophySet[]>) {
      asked(ids);
      next([]);
      return { unsubscribe: () => undefined };
    },
  });
  return { sets: new SetsOnScreen({ trophySets }, { titleOf }), asked };
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

test('a set is read again once it was written anew, and only then', async () => {
  let fetched = { ...NOTHING_FETCHED, at: 1 };
  const { sets, asked } = openSets(() => aLibraryTitle({ fetched }));
  const want = async (): Promise<number> => {
    sets.want(setId(1));
    await microtasks();
    return asked.mock.calls.length;
  };
  expect([await want(), await want()]).toEqual([1, 1]);
  // A counter has grown; then its words came in another language.
  fetched = { ...fetched, at: 2 };
  expect([await want(), await want()]).toEqual([2, 2]);
  fetched = { ...fetched, definitionsAt: 3, language: 'de' };
  expect([await want(), await want()]).toEqual([3, 3]);
});
