import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { notify } from '../../utils/browser/notifications';
import type { Zone } from '../../utils/domain/token-life';
import { dueWarning, WARNED_ZONES, type WarnedZone } from '../../utils/domain/warning';
import { WARNINGS } from '../../utils/words/badge';

const KEY = 'warnedOf';
const warnedZone = z.enum(WARNED_ZONES);

/** Warns of a zone the first time that the connection is in it. */
export async function warnOnce(zone: Zone, wanted: boolean): Promise<void> {
  if (zone === 'green') return browser.storage.local.remove(KEY);
  const warning = wanted ? dueWarning(zone, await lastWarning()) : null;
  if (warning === null) return;
  const { title, message } = WARNINGS[warning];
  await notify('token-life', title, message);
  await browser.storage.local.set({ [KEY]: warning });
}

async function lastWarning(): Promise<WarnedZone | null> {
  const stored = warnedZone.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.data : null;
}
