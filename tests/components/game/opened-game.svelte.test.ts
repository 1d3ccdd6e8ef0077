import { expect, test } from 'vitest';
import { OpenedGame } from '@/components/game/opened-game.svelte';
import type { Follower, Source } from '@/utils/database/queries';
import type { TrophyAnnotation } from '@/utils/domain/trophies/trophy-annotation';
import { aTrophySet } from '../../support/trophies.ts';

const nothing = <Value>(): Source<Value> => ({ subscribe: () => ({ unsubscribe: () => {} }) });

test.each(['next', 'failed'] as const)(
  'trophies wait for what was noted of them, which decides where they stand: %s',
  async (answer) => {
    const SET = aTrophySet();
    let noted: Follower<TrophyAnnotation[]> | undefined;
    const seen: string[] = [];
    const stop = $effect.root(() => {
      const opened = new OpenedGame(
        {
          title: nothing,
          isUnread: nothing,
          setVersions: nothing,
          trophySet: () => ({
            subscribe: ({ next }) => {
              next(SET);
              return { unsubscribe: () => {} };
            },
          }),
          annotations: () => ({
            subscribe: (follower) => {
              noted = follower;
              return { unsubscribe: () => {} };
            },
          }),
        },
        SET.npCommunicationId,
      );
      $effect(() => void seen.push(opened.set.state));
    });

    await expect.poll(() => noted).toBeDefined();
    expect(seen.at(-1)).toBe('loading');
    if (answer === 'next') noted?.next([]);
    else noted?.failed({ cause: 'storage-damaged' });
    await expect.poll(() => seen.at(-1)).toBe('ready');
    stop();
  },
);
