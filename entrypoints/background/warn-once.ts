import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { notify } from '../../utils/browser/notifications';
import { zoneOf } from '../../utils/domain/token-life';
import { dueWarning, WARNED_ZONES, type WarnedZone } from '../../utils/domain/warning';
import { warningOf } from '../../utils/words/badge';

const KEY = 'warnedOf';
const warnedZone = z.enum(WARNED_ZONES);

/**
 * Warns of a zone the first time that the connection is in it.
 * @param left milliseconds until the connection ends
 */
export async function warnOnce(left: number, wanted: boolean): Promise<void> {
  const zone = zoneOf(left);
  if (zone === 'green') return browser.storage.local.remove(KEY);
  const warning = wanted ? dueWarning(zone, await lastWarning()) : null;
  if (warning === null) return;
  const { title, message } = warningOf(warning, left, navigator.language);
  await notify('token-life', title, message);
  await browser.storage.local.set({ [KEY]: warning });
}

async function lastWarning(): Promise<WarnedZone | null> {
  const stored = warnedZone.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.data : null;
}
