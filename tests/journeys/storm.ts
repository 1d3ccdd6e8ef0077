import { expect } from 'vitest';
import type { Page } from 'playwright';
import { FOREIGN_HOST } from '../psn/hosts.ts';
import type { LogEntry } from '../psn/simulator.ts';
import type { Storm } from '../psn/storm-page.ts';
import type { Scene } from './scene.ts';

/** The page of somebody else's that leads a window or a frame through Sony's `authorize` again and again. */
export function stormAddress({ way, every = 200 }: Storm): string {
  return `https://${FOREIGN_HOST}/__simulator/storm?way=${way}&every=${String(every)}`;
}

/** Opens that page in Chromium and waits for its first navigation; closing the page ends the storm. */
export async function openStorm({ chromium, simulator }: Scene, storm: Storm): Promise<Page> {
  const before = stormRequests(simulator.control.log).length;
  const page = await chromium.context.newPage();
  await page.goto(stormAddress(storm));
  await expect
    .poll(() => stormRequests(simulator.control.log).length, { timeout: 15_000 })
    .toBeGreaterThan(before);
  return page;
}

/** Navigations through `authorize`, which are a page's; the extension's own requests have no document as their aim. */
export function stormRequests(log: readonly LogEntry[]): LogEntry[] {
  return log.filter(
    ({ endpoint, headers }) => endpoint === 'authorize' && headers['sec-fetch-dest'] !== 'empty',
  );
}
