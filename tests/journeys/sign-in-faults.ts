import { expect } from 'vitest';
import type { Endpoint } from '../psn/endpoints.ts';
import { FOREIGN_HOST, LOOK_ALIKE_HOST } from '../psn/hosts.ts';
import type { Fault, Injection } from '../psn/simulator.ts';
import { clickConnect, connectedScene, passTime, type Scene, setScene } from './scene.ts';
import { countLeftovers, NOTHING, readConnection, readSnapshot, ringAllAlarms } from './stores.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const APP = 'com.scee.psxandroid.scecompcall';

/** What of the sign-in fails: two of them are the same address, asked for with other things. */
const PLACES = {
  session: { endpoint: 'ssocookie' },
  code: { endpoint: 'authorize' },
  exchange: { endpoint: 'token', where: { form: { grant_type: 'authorization_code' } } },
  refresh: { endpoint: 'token', where: { form: { grant_type: 'refresh_token' } } },
} as const satisfies Record<string, { endpoint: Endpoint; where?: Injection['where'] }>;
type Place = keyof typeof PLACES;

/** To another host, to this one in the clear, and to one that looks like it. */
const REDIRECTS: readonly Fault[] = [
  { redirect: [301, `https://${FOREIGN_HOST}/api/v1/ssocookie`] },
  { redirect: [302, 'http://ca.account.sony.com/api/authz/v3/oauth/token'] },
  { redirect: [307, `https://${LOOK_ALIKE_HOST}/api/authz/v3/oauth/token`] },
];
const FAULTS: readonly Fault[] = [
  ...REDIRECTS,
  ...(['broken-gzip', 'cut-off', 'dropped', 'html-200', '500', '503'] as const),
];
/** What counts of its answer is the address that it leads to: there is no body to be broken. */
const FAULTS_OF_CODE: readonly Fault[] = [
  ...REDIRECTS,
  { redirect: [302, `${APP}://redirect.${FOREIGN_HOST}/?code=v3.abcdef`] },
  { redirect: [302, `${APP}.example://redirect/?code=v3.abcdef`] },
  { redirect: [302, `https://${LOOK_ALIKE_HOST}/?error=login_required&error_code=4165`] },
  ...(['dropped', 'html-200', '500', '503'] as const),
];

const STATES = ['never connected', 'connected', 'expired'] as const;
type State = (typeof STATES)[number];

/** A refresh is of a connection. */
export const SIGN_IN_CELLS = STATES.flatMap((state) =>
  (Object.keys(PLACES) as Place[])
    .filter((place) => place !== 'refresh' || state !== 'never connected')
    .map((place) => [place, state] as const),
);

/** One browser in which the sign-in fails there in one way after the other, each healed before the next. */
export async function bearsSignInFaults(place: Place, state: State): Promise<void> {
  const faults = place === 'code' ? FAULTS_OF_CODE : FAULTS;
  if (state === 'never connected') return refusesToConnect(place, faults);
  const scene = await connectedScene({ account: 'single' });
  for (const fault of faults) {
    const cell = `${place} ${JSON.stringify(fault)}`;
    // A later sign-in is traded at once, and no access token is asked for.
    const isOfAccess = place === 'refresh' && state === 'connected';
    if (!isOfAccess) await signInAnew(scene);
    // The sign-in would do in its place, and nothing would be asked of it.
    if (place === 'refresh' && !isOfAccess) scene.simulator.control.signOut();
    inject(scene, place, fault);
    await passTime(scene, timeTo(place, state));
    const first = await standing(scene);
    await (isOfAccess ? clickSync(scene) : ringAllAlarms(scene.chromium));
    await meets(scene, PLACES[place].endpoint, cell);
    const said = saidOf(place, state, fault);
    // The sign-in gives a token in its place, while the fault lasts.
    if (said === null && (state === 'expired' || isOfAccess)) await isHealed(scene, first, cell);
    if (said === null) await costsNothing(scene, cell);
    else await isSaid(scene, said, cell);
    const before = await standing(scene);
    scene.simulator.control.clearFaults();
    if (place === 'refresh' && !isOfAccess) await signInAnew(scene);
    await passTime(scene, 25 * HOUR);
    await ringAllAlarms(scene.chromium);
    await isHealed(scene, before, cell);
  }
}

async function refusesToConnect(place: Place, faults: readonly Fault[]): Promise<void> {
  const scene = await setScene({ account: 'single' });
  for (const fault of faults) {
    const cell = `${place} ${JSON.stringify(fault)}`;
    inject(scene, place, fault);
    const popup = await clickConnect(scene);
    const alert = popup.getByRole('alert');
    await alert.waitFor({ timeout: 30_000 });
    expect(await alert.getAttribute('data-cause'), cell).toBe(causeOf(place, fault));
    scene.simulator.control.clearFaults();
    const connect = popup.getByRole('button', { name: /Connect PlayStation|Try again/ }).first();
    await connect.click();
    await connected(scene, cell);
    await popup.close();
    await eraseEverything(scene);
    await passTime(scene, HOUR);
  }
}

function inject({ simulator: { control } }: Scene, place: Place, fault: Fault): void {
  control.clearLog();
  control.inject({ ...PLACES[place], fault, call: 'every' });
}

/** A token that went astray was not looked at; a page in the way of the others says nothing at all. */
function causeOf(place: Place, fault: Fault): string {
  const isOfToken = PLACES[place].endpoint === 'token';
  if (typeof fault === 'object' || fault === 'html-200')
    return isOfToken ? 'sony-down' : 'answer-not-understood';
  return fault === '500' || fault === '503' ? 'sony-down' : 'no-answer';
}

/** What the player of a connection reads, and does something about; null where something else makes up for it. */
function saidOf(place: Place, state: State, fault: Fault): Said | null {
  // Nobody is signed in. That the token is over is for Sony to say, whatever the clock says.
  if (place === 'refresh' && state === 'expired') {
    return { cause: causeOf(place, fault), button: 'Sign in again' };
  }
  // Whatever has answered may have dealt with the token: it is not sent again, and the sign-in gives another. What
  // never reached Sony is sent once more in its time, and the sync waits for that.
  if (place === 'refresh') {
    return fault === 'dropped' ? { cause: causeOf(place, fault), button: 'Sync now' } : null;
  }
  // What is known of the sign-in does, where it cannot be asked about.
  if (state === 'connected' || place === 'session') return null;
  // Sony has refused the token at its end.
  return { cause: 'connection-expired', button: 'Connect PlayStation' };
}

interface Said {
  cause: string;
  button: string;
}

/**
 * The time after which each is asked for: the renewing of every other day, the end of the refresh token, and that of
 * the access token, which the look at the sign-in once a day would give another for.
 */
function timeTo(place: Place, state: State): number {
  if (state === 'expired') return 11 * DAY;
  return place === 'refresh' ? 2 * HOUR : 3 * DAY;
}

async function clickSync({ chromium }: Scene): Promise<void> {
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.close();
}

/** The player signs in as before: sixty days from now. */
async function signInAnew({ simulator: { control }, chromium }: Scene): Promise<void> {
  control.signIn('single');
  await chromium.context.addCookies([control.sessionCookie()]);
}

async function meets({ simulator }: Scene, endpoint: Endpoint, message: string): Promise<void> {
  const failed = (): number =>
    simulator.control.log.filter((each) => each.endpoint === endpoint && each.fault !== null)
      .length;
  await expect.poll(failed, { timeout: 60_000, message }).toBeGreaterThan(0);
}

interface Standing {
  phase: string;
  failure: { cause: string } | null;
  tokenLife: { refreshTokenEndsAt: number };
}

async function connectionOf({ chromium }: Scene): Promise<Partial<Standing>> {
  const connection: Partial<Standing> = (await readConnection(chromium)) ?? {};
  return connection;
}

async function connected(scene: Scene, message: string): Promise<void> {
  const state = async () => {
    const { phase, failure } = await connectionOf(scene);
    return { phase, failure };
  };
  await expect
    .poll(state, { timeout: 40_000, interval: 200, message })
    .toEqual({ phase: 'connected', failure: null });
}

/** The connection stands, and its token gives access: only the time that it lasts was not put off. */
async function costsNothing(scene: Scene, message: string): Promise<void> {
  await connected(scene, message);
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).waitFor();
  expect(await popup.getByRole('alert').count(), message).toBe(0);
  await popup.close();
}

/** What it is, as far as is known, with what to do about it; it is no fault of ours. */
async function isSaid(scene: Scene, { cause, button }: Said, message: string): Promise<void> {
  const popup = await scene.chromium.openPopup();
  const alert = popup.getByRole('alert').first();
  await expect
    .poll(() => alert.getAttribute('data-cause'), { timeout: 30_000, message })
    .toBe(cause);
  await popup.getByRole('button', { name: button, exact: true }).waitFor();
  await popup.close();
}

/** By itself: the connection lasts longer than before, and the library was read again. */
async function isHealed(
  scene: Scene,
  { endsAt, syncedAt }: { endsAt: number; syncedAt: number },
  message: string,
): Promise<void> {
  await connected(scene, message);
  const wait = { timeout: 60_000, interval: 200, message };
  // A refresh moves the end by milliseconds, for it is counted from the answer; a renewal by the days that went by.
  await expect
    .poll(async () => (await standing(scene)).endsAt, wait)
    .toBeGreaterThan(endsAt + HOUR);
  await expect.poll(async () => (await standing(scene)).syncedAt, wait).toBeGreaterThan(syncedAt);
}

async function standing(scene: Scene): Promise<{ endsAt: number; syncedAt: number }> {
  const { tokenLife } = await connectionOf(scene);
  const { lastSyncedAt } = (await readSnapshot(scene.chromium)) ?? {};
  return { endsAt: tokenLife?.refreshTokenEndsAt ?? 0, syncedAt: lastSyncedAt ?? 0 };
}

async function eraseEverything(scene: Scene): Promise<void> {
  const settings = await scene.chromium.openOptions('#/settings');
  await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await settings.getByRole('button', { name: 'Erase everything' }).click();
  const phase = async () => (await connectionOf(scene)).phase ?? 'none';
  await expect.poll(phase, { timeout: 30_000 }).toMatch(/^(disconnected|none)$/);
  // Until it is done an alarm of its own is set: what was stored is overwritten last.
  await expect.poll(() => countLeftovers(scene.chromium), { timeout: 30_000 }).toEqual(NOTHING);
  for (const page of scene.chromium.context.pages().slice(1)) await page.close();
}
