import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../psn/endpoints.ts';
import {
  asked,
  clickConnect,
  connectedScene,
  libraryOpens,
  losesConnectionTo,
  type Scene,
  setScene,
  syncEnds,
  tabAt,
} from './scene.ts';
import {
  blockEnding,
  connectionSeenBy,
  countLeftovers,
  dailyAlarm,
  hurryConnectionAlarm,
  leftoversSeenBy,
  NOTHING,
  openBystander,
  readConnection,
  readSnapshot,
  ringAllAlarms,
  unblockEnding,
} from './stores.ts';
import { killAtRequest } from './worker-deaths.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';
import { RENEWAL } from '../../utils/words/staying-connected.ts';

interface Stored {
  phase: string;
  accountId?: string;
  refused?: unknown;
  former?: Stored;
  renewal?: { step: string; isShown: boolean } | null;
}

async function stored({ chromium }: Scene): Promise<Stored> {
  return (await readConnection(chromium)) as Stored;
}

async function paste(page: Page, npsso: string): Promise<void> {
  await page.getByText('Use a code from another browser').click();
  await page.getByRole('textbox', { name: 'NPSSO' }).fill(npsso);
  await page.getByRole('button', { name: 'Verify & connect' }).click();
}

/** A player connected by a code from another browser: the settings offer to paste one more. */
async function pastedScene(): Promise<{ scene: Scene; before: Stored; settings: Page }> {
  const scene = await setScene({ signedIn: false });
  const { control } = scene.simulator;
  control.allowOldSessions(true);
  const popup = await scene.chromium.openPopup();
  await paste(popup, control.signIn('casual'));
  await (await libraryOpens(scene)).close();
  await popup.close();
  await syncEnds(scene);
  const before = await stored(scene);
  expect(before).toMatchObject({ phase: 'connected', failure: null });
  return { scene, before, settings: await scene.chromium.openOptions('#/settings') };
}

/** The account of before is still connected, and what its last sync proved is all that may be newer. */
async function syncsAs(scene: Scene, before: Stored): Promise<void> {
  expect(await stored(scene)).toMatchObject({
    phase: 'connected',
    accountId: before.accountId,
    failure: null,
  });
  scene.simulator.control.clearFaults();
  const last = (await readSnapshot(scene.chromium))?.lastSyncedAt ?? 0;
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect
    .poll(async () => (await readSnapshot(scene.chromium))?.lastSyncedAt, { timeout: 20_000 })
    .toBeGreaterThan(last);
  await popup.close();
  expect(await stored(scene)).toMatchObject({ accountId: before.accountId, failure: null });
}

async function survivesCancelAt(endpoint: 'authorize' | 'token'): Promise<void> {
  const { scene, before, settings } = await pastedScene();
  const { control } = scene.simulator;
  control.inject({ endpoint, fault: { slow: 4_000 } });
  const count = asked(scene, endpoint).length;
  await paste(settings, control.signIn('single'));
  await expect.poll(() => asked(scene, endpoint).length).toBe(count + 1);
  expect(await stored(scene)).toMatchObject({ phase: 'connecting', former: before });

  await settings.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => stored(scene)).toStrictEqual(before);
  // The answer to what was cancelled comes, and changes nothing.
  await expect.poll(() => scene.simulator.waitingAnswers(), { timeout: 10_000 }).toBe(0);
  await ringAllAlarms(scene.chromium);
  await syncsAs(scene, before);
}

describe('a working connection, while another code that was pasted is checked', () => {
  test.each(['authorize', 'token'] as const)(
    'is what it was after Cancel at %s, and syncs',
    { tags: ['long'] },
    survivesCancelAt,
  );

  test.each([
    { endpoint: 'authorize', fault: '403-html' },
    { endpoint: 'token', fault: 'invalid-grant' },
  ] as const)(
    'is what it was after the worker died at $endpoint and Sony refused the next one',
    { tags: ['long'] },
    async ({ endpoint, fault }) => {
      const { scene, before, settings } = await pastedScene();
      const { control } = scene.simulator;
      const killed = killAtRequest(scene, { endpoints: [endpoint] });
      await paste(settings, control.signIn('single'));
      await killed;
      control.clearFaults();
      control.inject({ endpoint, fault, call: 'every' });

      await expect
        .poll(() => stored(scene), { timeout: 30_000 })
        .toStrictEqual({ ...before, refused: expect.anything() as unknown });
      await syncsAs(scene, before);
    },
  );

  test.each<Endpoint>(['authorize', 'token'])(
    'is replaced only once the other works: a worker that died at %s is followed by one that goes on',
    { tags: ['long'] },
    async (endpoint) => {
      const { scene, before, settings } = await pastedScene();
      const killed = killAtRequest(scene, { endpoints: [endpoint] });
      await paste(settings, scene.simulator.control.signIn('single'));
      await killed;

      await expect
        .poll(() => stored(scene), { timeout: 30_000 })
        .toMatchObject({
          phase: 'connected',
          accountId: expect.not.stringContaining(before.accountId ?? '') as string,
        });
      await syncEnds(scene);
      expect(await stored(scene)).toMatchObject({ phase: 'connected', failure: null });
    },
  );
});

test(
  'a broken connection is not somebody else’s after the worker died right after the click',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    const { accountId } = await stored(scene);
    const popup = await losesConnectionTo(scene, 'hunter');

    const killed = killAtRequest(scene, { endpoints: ['ssocookie'] });
    await popup.getByRole('button', { name: 'Sign in again' }).click();
    await killed;

    // Who is signed in has to sign out first.
    await expect
      .poll(() => stored(scene), { timeout: 30_000 })
      .toMatchObject({ phase: 'signing-out', former: { phase: 'connected', accountId } });
    await tabAt(scene, 'https://www.playstation.com/acct/');
  },
);

test(
  'with renewal switched off a fresh start that was asked for outlives the worker',
  { tags: ['long'] },
  async () => {
    const scene = await setScene();
    const { control } = scene.simulator;
    control.setSessionLength(36 * 3_600);
    const popup = await clickConnect(scene);
    await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
    await (await libraryOpens(scene)).close();
    await syncEnds(scene);
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('switch', { name: RENEWAL }).click();
    await settings.close();
    const zone = popup.getByTestId('token-life');
    await expect.poll(() => zone.getAttribute('data-zone')).toBe('red');

    await popup.getByRole('button', { name: 'Start fresh' }).click();
    const page = await tabAt(scene, 'https://');
    await expect
      .poll(() => stored(scene))
      .toMatchObject({ phase: 'signing-out', isShown: true, former: { phase: 'connected' } });
    await popup.close();
    await scene.chromium.worker.kill();
    await page.goto('https://ca.account.sony.com/__simulator/sign-in?account=casual');
    await page.goto('https://web.np.playstation.com/api/session/v1/signin?redirect_uri=x');

    await expect
      .poll(() => stored(scene), { timeout: 30_000 })
      .toMatchObject({ phase: 'connected', renewal: null, failure: null });
    const later = await scene.chromium.openPopup();
    expect(await later.getByTestId('token-life').getAttribute('data-zone')).not.toBe('red');
  },
);

describe('a worker that dies right after it has written down the way out, with every page closed', () => {
  /** Clicks in the settings; the worker dies when the record says what is wanted. Answers a page that only sees. */
  async function dieEnding(scene: Scene, button: string, phase: string): Promise<Page> {
    const bystander = await openBystander(scene.chromium);
    await blockEnding(bystander);
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await settings.getByRole('button', { name: button }).click();
    await expect.poll(() => connectionSeenBy(bystander)).toMatchObject({ phase });
    await settings.close();
    await scene.chromium.worker.kill();
    await unblockEnding(bystander);
    expect(await connectionSeenBy(bystander)).toMatchObject({ phase });
    return bystander;
  }

  test(
    'disconnecting is finished by its alarm, and the next daily sync connects nothing',
    { tags: ['long'] },
    async () => {
      const scene = await connectedScene();
      const { control } = scene.simulator;
      expect(await dailyAlarm(scene.chromium)).toBeDefined();
      const bystander = await dieEnding(scene, 'Disconnect, keep my library', 'disconnecting');
      const before = control.log.length;

      await hurryConnectionAlarm(bystander);
      await expect
        .poll(() => connectionSeenBy(bystander), { timeout: 20_000 })
        .toEqual({ phase: 'disconnected', failure: null });
      // That old deletions were forgotten today is said of the library, which stays.
      const left = async (): Promise<string[]> => {
        const { alarms, session } = await leftoversSeenBy(bystander);
        return [...alarms, ...session.filter((key) => key !== 'forgottenAt')];
      };
      await expect.poll(left).toEqual([]);

      await ringAllAlarms(scene.chromium);
      await scene.chromium.worker.kill();
      await ringAllAlarms(scene.chromium);
      const popup = await scene.chromium.openPopup();
      await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();
      expect(await stored(scene)).toEqual({ phase: 'disconnected', failure: null });
      expect(control.log.slice(before)).toEqual([]);
      const { local } = await countLeftovers(scene.chromium);
      expect(local).not.toContain('sealedRefreshTokens');
      expect(local).not.toContain('keyHalf');
    },
  );

  test('erasing is finished by its alarm', { tags: ['long'] }, async () => {
    const scene = await connectedScene();
    const bystander = await dieEnding(scene, 'Erase everything', 'erasing');

    await hurryConnectionAlarm(bystander);
    await expect
      .poll(() => leftoversSeenBy(bystander), { timeout: 20_000 })
      .toMatchObject({ ...NOTHING, alarms: expect.anything() as unknown });
    await expect.poll(() => leftoversSeenBy(bystander)).toEqual(NOTHING);

    await ringAllAlarms(scene.chromium);
    await scene.chromium.worker.kill();
    await ringAllAlarms(scene.chromium);
    const popup = await scene.chromium.openPopup();
    await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();
    expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);
  });
});
