import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { SPREAD } from '../domain/daily-sync';

const KEY = 'dailyOffset';
const offset = z.number().check(z.gte(0), z.lt(SPREAD));

/** This install's own offset of the daily sync, drawn once. Milliseconds. */
export async function dailyOffset(): Promise<number> {
  const stored = offset.safeParse((await browser.storage.local.get(KEY))[KEY]);
  if (stored.success) return stored.data;
  const drawn = Math.floor(Math.random() * SPREAD);
  await browser.storage.local.set({ [KEY]: drawn });
  return drawn;
}
