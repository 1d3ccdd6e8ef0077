import * as z from 'zod/mini';
import type { LastingShortfall } from '../domain/sync/lasting-shortfall';
import { storedValue } from './stored-value';

/** Since when daily syncs have fallen short, so that it is told once. */
export const storedShortfall = storedValue<LastingShortfall | null>(
  'local',
  'shortfall',
  z.object({ since: z.number(), isTold: z.boolean() }),
  null,
);
