import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { connectedScene, passTime, type Scene, syncEnds } from '../journeys/scene.ts';
import { readLibrary } from '../journeys/stored-library.ts';
import { dailyAlarm, readSnapshot } from '../journeys/stores.ts';
import { SYNC_HOUR } from '../../utils/words/syncing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The furthest from UTC on either side, one of half an hour, and one that goes from summer to winter. */
const ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Europe/Berlin'];

/** The hours in which that zone's clocks are changed, in 2026 and 2027. */
const CHANGES = [
  ['Europe/Berlin', '2026-10-25T01:00:00Z', '5:00 AM', '4:00 AM'],
  ['America/St_Johns', '2026-11-01T04:30:00Z', '12:30 AM', '11:30 PM'],
  ['Europe/Berlin', '2027-03-28T01:00:00Z', '4:00 AM', '5:00 AM'],
] as const;

const plain = (words: string): string => words.replaceAll(/\s+/gu, ' ');

function written(instant: number, style: Intl.DateTimeFormatOptions, timeZone: string): string {
  return plain(new Intl.DateTimeFormat('en-US', { ...style, timeZone }).format(instant));
}

/** By Sony's clock, which the device's may be far from. */
async function nextDailySync({ chromium }: Scene): Promise<number> {
  const offset = await chromium.worker.evaluate(async () => {
    const { clockOffset = 0 } = await chrome.storage.local.get<{ clockOffset?: number }>(
      'clockOffset',
    );
    return clockOffset;
  });
  return ((await dailyAlarm(chromium))?.scheduledTime ?? NaN) + offset;
}

/** The next sync is the next three in the morning, UTC, and this install's own minutes. */
async function syncsAtThree(scene: Scene): Promise<void> {
  const now = scene.simulator.control.now();
  const three = Math.floor((now - 3 * HOUR) / DAY) * DAY + 3 * HOUR;
  const after = async (): Promise<number> => (await nextDailySync(scene)) - three;
  // A worker that was just born sets it anew.
  await expect.poll(after).toBeLessThan(DAY + HOUR / 6);
  expect(await after()).toBeGreaterThanOrEqual(now - three < HOUR / 6 ? 0 : DAY);
}

/** The popup counts so many days until the sign-in ends, and names the day of this zone on which it does. */
async function countsDown(scene: Scene, days: number, timeZone: string): Promise<void> {
  const { chromium, simulator } = scene;
  const endsAt = simulator.control.sessionCookie().expires * 1_000;
  const popup = await chromium.openPopup();
  const words = await popup.getByTestId('token-life').innerText();
  await popup.close();
  const day = written(endsAt, { day: 'numeric', month: 'long' }, timeZone);
  expect(words).toMatch(new RegExp(`until ${day}\\n${String(days)} days left$`, 'u'));
}

/** Each instant of a page is drawn as it is in that zone; answers how many there are. */
async function drawsInstantsOf(page: Page, timeZone: string): Promise<number> {
  const shown = await page
    .locator('time')
    .evaluateAll((all) =>
      all.map((each) => [each.getAttribute('datetime') ?? '', each.textContent]),
    );
  for (const [instant = '', text = ''] of shown) {
    const at = Date.parse(instant);
    expect(plain(text), instant).toContain(written(at, { dateStyle: 'medium' }, timeZone));
    expect(plain(text), instant).toContain(written(at, { timeStyle: 'short' }, timeZone));
  }
  return shown.length;
}

interface Played {
  npCommunicationId: string;
  choice: string;
  progress: number;
  defined: Record<string, number>;
  earned: Record<string, number>;
}

async function findPicked(
  { chromium }: Scene,
  isLookedFor: (title: Played) => boolean,
): Promise<Played> {
  const titles = (await readLibrary(chromium)).titles as Played[];
  const found = titles.find((title) => title.choice === 'picked' && isLookedFor(title));
  expect(found).toBeDefined();
  return found as Played;
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

async function openGame(scene: Scene, { npCommunicationId }: Played): Promise<Page> {
  const page = await scene.chromium.openOptions(`#/game/${npCommunicationId}`);
  await page.getByRole('list', { name: 'Trophies', exact: true }).waitFor();
  await page.locator('time').first().waitFor();
  return page;
}

async function openEarned(scene: Scene): Promise<Page> {
  return openGame(scene, await findPicked(scene, ({ earned }) => sum(earned) > 0));
}

async function shownHour(scene: Scene): Promise<string> {
  const settings = await scene.chromium.openOptions('#/settings');
  const hour = settings.getByRole('combobox', { name: SYNC_HOUR }).locator('option:checked');
  await hour.waitFor({ state: 'attached' });
  const words = (await hour.textContent()) ?? '';
  await settings.close();
  return plain(words);
}

test.each(ZONES)('in %s nothing is an hour or a day off', async (timeZone) => {
  const scene = await connectedScene({ timeZone });
  const zone = await scene.chromium.worker.evaluate(
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  expect(zone).toBe(timeZone);

  await syncsAtThree(scene);
  await countsDown(scene, 60, timeZone);
  expect(await drawsInstantsOf(await openEarned(scene), timeZone)).toBeGreaterThan(0);
});

test('a page that stays open while its player travels is drawn in the time of where they are', async () => {
  const scene = await connectedScene({ timeZone: 'Europe/London' });
  const page = await openEarned(scene);
  const session = await scene.chromium.context.newCDPSession(page);
  for (const timezoneId of ZONES) {
    await session.send('Emulation.setTimezoneOverride', { timezoneId });
    // What a player does who comes back to it.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await drawsInstantsOf(page, timezoneId)).toBeGreaterThan(0);
  }
});

test.each(CHANGES)(
  'in %s the change of %s moves what is shown, not what is done',
  async (timeZone, changesAt, before, after) => {
    const startsAt = Date.parse(changesAt) - 28 * HOUR;
    const scene = await connectedScene({ timeZone, startsAt });
    await syncsAtThree(scene);
    expect(await shownHour(scene)).toBe(`03:00 UTC, ${before} here`);
    await countsDown(scene, 60, timeZone);
    const due = await nextDailySync(scene);

    // A quarter of an hour past the sync that is due.
    await passTime(scene, due - scene.simulator.control.now() + HOUR / 4);
    await expect
      .poll(async () => (await readSnapshot(scene.chromium))?.lastSyncedAt ?? 0, {
        timeout: 60_000,
      })
      .toBeGreaterThan(due);
    await syncEnds(scene);
    await passTime(scene, Date.parse(changesAt) + 4 * HOUR - scene.simulator.control.now());
    await syncsAtThree(scene);
    expect(await shownHour(scene)).toBe(`03:00 UTC, ${after} here`);
    await countsDown(scene, 58, timeZone);
    expect(await drawsInstantsOf(await openEarned(scene), timeZone)).toBeGreaterThan(0);
  },
);

test.each([
  ['behind', 2],
  ['ahead', -2],
])('a device whose clock is two days %s goes by Sony’s', async (_, days) => {
  const scene = await connectedScene({ timeZone: 'UTC', startsAt: Date.now() + days * DAY });
  const { chromium, simulator } = scene;
  const { control } = simulator;
  await syncsAtThree(scene);
  await countsDown(scene, 60, 'UTC');

  const before = await findPicked(
    scene,
    ({ earned, progress }) => progress < 100 && sum(earned) > 0,
  );
  const { npCommunicationId, defined } = before;
  for (let id = 0; id < sum(defined); id++) control.earnTrophy('casual', npCommunicationId, id);
  const library = await chromium.openOptions('#/library');
  await library.getByRole('button', { name: 'Sync now' }).first().click();
  const isOver = async (): Promise<boolean> => {
    const after = await findPicked(scene, (title) => title.npCommunicationId === npCommunicationId);
    return sum(after.earned) === sum(defined);
  };
  await expect.poll(isOver, { timeout: 30_000 }).toBe(true);
  await syncEnds(scene);

  const game = await openGame(scene, before);
  const earnedAt = await game
    .locator('time')
    .evaluateAll((all) => all.map((each) => Date.parse(each.getAttribute('datetime') ?? '')));
  const now = control.now();
  expect(earnedAt.filter((at) => at > now - HOUR && at <= now).length).toBeGreaterThan(0);
  expect(await drawsInstantsOf(game, 'UTC')).toBe(sum(defined));
});
