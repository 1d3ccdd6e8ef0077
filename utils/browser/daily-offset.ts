import * as z from 'zod/mini';
import { SPREAD } from '../domain/sync/daily-sync';
import { storedValue } from './stored-value';

const stored = storedValue<number | null>(
  'local',
  'dailyOffset',
  z.number().check(z.gte(0), z.lt(SPREAD)),
  null,
);

/** This install's own offset of the daily sync, drawn once. Milliseconds. */
export async function dailyOffset(): Promise<number> {
  const known = await stored.read();
  if (known !== null) return known;
  const drawn = Math.floor(Math.random() * SPREAD);
  await stored.write(drawn);
  return drawn;
}
