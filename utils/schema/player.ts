import * as z from 'zod/mini';
import type { Player } from '../domain/connection/player';
import { schemaOf } from './schema-of';

export const storedPlayer = schemaOf<Player>()(() =>
  z.object({
    accountId: z.string(),
    onlineId: z.nullable(z.string()),
    avatarUrl: z.nullable(z.string()),
    isPlus: z.boolean(),
  }),
);
