import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ComparedTrophies from '@/components/friend/ComparedTrophies.svelte';
import type { Follower } from '@/utils/database/queries';
import { aboutTrophies } from '@/utils/domain/friend/compared-trophies';
import type { FriendsTrophies } from '@/utils/domain/friend/friends-copy';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import * as words from '@/utils/words/en/friend.json';
import { aTrophy } from '../../support/trophies.ts';

/** The trophies of a game, with what reading the player's own comes to. */
function shown(
  comesTo: (follower: Follower<TrophySet[]>) => void,
  theirs: FriendsTrophies | null = null,
) {
  const subscribe = (follower: Follower<TrophySet[]>) => {
    comesTo(follower);
    return { unsubscribe: () => undefined };
  };
  return render(ComparedTrophies, {
    ...{
      npCommunicationId: 'NPWR00000_00',
      friend: 'Bo',
      owner: null,
      theirs,
      label: 'Trophies',
      now: 0,
    },
    ...{ queries: { trophySets: () => ({ subscribe }) }, showsSecrets: false },
  });
}

test('only where they are read, and there are none, trophies are not fetched', async () => {
  const { getByText } = await shown(({ next }) => next([]));
  await expect.element(getByText(words.noTrophies)).toBeVisible();
});

test('how many more the friend’s set has is said', async () => {
  const set = { trophies: [aTrophy({ trophyId: 0 })] } as unknown as TrophySet;
  const theirs = {
    ...{ npCommunicationId: 'NPWR00000_00', earned: [[0, 7] as const, [1, 8] as const] },
    ...{ open: [0, 2], about: aboutTrophies([]) },
  };
  const { getByText } = await shown(({ next }) => next([set]), theirs);
  const said = words.onlyTheirs({ trophies: 2 }, 'en-GB');
  await expect.element(getByText(said), { timeout: 3_000 }).toBeVisible();
});

test('trophies that cannot be read are not said to be not fetched', async () => {
  const { getByRole } = await shown(({ failed }) => failed({ cause: 'storage-damaged' }));
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-damaged');
  expect(document.body.textContent).not.toContain(words.noTrophies);
});

test.each([true, false])(
  'nor are those of a library that is not there (earlier: %s)',
  async (isEarlier) => {
    await shown(({ missing }) => missing(isEarlier));
    expect(document.body.textContent).not.toContain(words.noTrophies);
  },
);
