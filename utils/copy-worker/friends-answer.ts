import * as z from 'zod/mini';
import type { FriendsCopy } from '../domain/friend/friends-copy';
import { yearFile } from '../exports/year-file';
import type { FriendsFile } from './read-friends-file';

const number = z.number();
const maybe = z.nullable(number);
const text = z.string();
const counts = z.object({ bronze: maybe, silver: maybe, gold: maybe, platinum: maybe });

const copy: z.ZodMiniType<FriendsCopy> = z.object({
  ...{ accountId: text, onlineId: z.nullable(text), madeAt: number, level: maybe },
  unreadable: number,
  games: z.array(
    z.object({
      ...{ npCommunicationId: text, name: text, platforms: z.array(text) },
      ...{ iconUrl: z.nullable(text), defined: counts, earned: counts, progress: maybe },
      tally: z.nullable(
        z.object({
          ...{ lastEarnedAt: maybe, platinumAt: maybe, completedAt: maybe, rarestEarned: maybe },
          ...{ lacksRate: z.exactOptional(z.literal(true)), leftToPlatinum: maybe },
        }),
      ),
    }),
  ),
  trophies: z.array(
    z.object({
      npCommunicationId: text,
      earned: z.array(z.tuple([number, maybe])),
      open: z.array(number),
      about: z.object({ ids: z.array(number), kinds: text, names: text }),
    }),
  ),
});

export const friendsFile: z.ZodMiniType<FriendsFile> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('copy'), copy }),
  z.object({ kind: z.literal('year'), file: yearFile }),
]);
