import { browser } from 'wxt/browser';
import { carriedOver } from '@/utils/browser/carried-over';
import { dailyOffset } from '@/utils/browser/daily-offset';
import { everyGameChanged } from '@/utils/browser/every-game-changed';
import { installId } from '@/utils/browser/install-id';
import { lastWarning } from '@/utils/browser/last-warning';
import { dataRequests, signInLedger } from '@/utils/browser/request-ledgers';
import { SonyClock } from '@/utils/browser/sony-clock';
import { DATABASE_VERSION } from '@/utils/database/library-name';
import { DAY } from '@/utils/domain/time-units';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { storedCopies } from '@/utils/status/copies';
import {
  storedConnection,
  storedConnectionHistory,
  storedSettings,
  storedSnapshot,
} from '@/utils/status/values';
import { seal, toBase64 } from '@/utils/vault/sealing';
import { aConnected, aTokenLife } from './connections';
import { rawRows } from './raw-rows';
import type { StoredFixture } from './stored-fixture';
import { shapesOfThisBuild } from './stored-shapes';
import { SyncScene } from './sync-scene';

const TOKEN = 'a refresh token that opens nothing';

/** What this build stores: a library, of which a part is being fetched, and everything beside it. */
export async function makeStoredFixture(): Promise<StoredFixture> {
  const scene = new SyncScene();
  await fill(scene);
  const { tables, name } = scene.database;
  const library = await Promise.all(
    tables.map(async (table) => [table.name, await rawRows({ name }, table.name)] as const),
  );
  return {
    databaseVersion: DATABASE_VERSION,
    shapes: shapesOfThisBuild(),
    stores: Object.fromEntries(
      tables.map(({ name: table, schema: { primKey, indexes } }) => [
        table,
        [primKey, ...indexes].map(({ src }) => src).join(', '),
      ]),
    ),
    library: Object.fromEntries(library) as StoredFixture['library'],
    local: await localOf(scene),
    vault: await vaultOf(scene.accountId),
  };
}

/** Synced, picked and annotated; one set not to be had; then a sync that was stopped, with games that wait. */
async function fill(scene: SyncScene): Promise<void> {
  scene.psn.profile = {
    accountId: scene.accountId,
    onlineId: 'Night',
    avatarUrl: null,
    isPlus: true,
  };
  for (const n of [3, 2, 1]) scene.addTitle({ n, daysAgo: n, groupCount: n + 1 });
  const addOn = { groupId: '001', name: 'Nights', iconUrl: null };
  scene.psn.groupRows.push(addOn);
  scene.psn.failsOn = (asked) =>
    asked === `definitions ${scene.id(3)}` ? { cause: 'not-found' } : null;
  await scene.syncByHand();
  const worker = scene.worker();
  await worker.requests.chooseGames(
    new Map([
      [scene.id(1), 'picked'],
      [scene.id(2), 'never'],
    ]),
  );
  const of = { npCommunicationId: scene.id(1), trophyId: 0 };
  await worker.requests.annotateTrophy({
    ...of,
    note: 'After the lighthouse',
    pinned: true,
    unobtainable: true,
    missable: true,
    online: true,
  });
  await worker.requests.annotateTrophy({
    ...of,
    note: '',
    online: false,
    story: true,
  });
  const marks = { hide: true, unobtainable: true, tags: ['co-op', 'cheap'] };
  await worker.requests.markGame(scene.id(2), { status: 'retired', ...marks });
  await worker.requests.notThis({ ...of, value: { until: scene.now + 30 * DAY } });
  const goal = { kind: 'platinums', start: 3, startDay: 20_000, target: 5, by: 20_365 } as const;
  await worker.requests.setGoal(scene.now, goal);
  await worker.loop.wake();
  await worker.requests.noteNewsSeen(scene.now);
  scene.addOn(1);
  scene.psn.groupRows = [{ ...addOn, name: 'Long nights' }];
  // Of one game Sony does not say the percent any more.
  scene.psn.titleRows = scene.psn.titleRows.map((title) =>
    title.npCommunicationId === scene.id(3) ? { ...title, progress: null } : title,
  );
  await scene.syncByHand(worker);
  scene.psn.pageSize = 1;
  scene.earn(1, 1);
  await scene.syncAndStopAt('titles 1', worker);
  scene.isOnline = false;
  await worker.requests.fetchGame(scene.id(3));
  await worker.requests.openGame(scene.id(2));
  await worker.loop.wake();
}

async function localOf({ accountId, snapshot }: SyncScene): Promise<Record<string, unknown>> {
  await browser.storage.local.clear();
  const { session } = aTokenLife();
  const tokenLife = aTokenLife({ session: { ...session, checkAt: 3, aliveAt: 1, goneSince: 2 } });
  await storedConnection.write(aConnected({ accountId, tokenLife }));
  await storedSnapshot.write(snapshot);
  await storedSettings.write({
    ...DEFAULT_SETTINGS,
    syncHour: 21,
    showsSecrets: true,
    showsPictures: false,
    usualView: 'view=list&columns=platform%2Ccompleted',
    savedViews: [
      {
        ...{ id: '0mhk3x8a0-0f', version: 490_001, device: 'ab12' },
        value: { name: 'PS5, platinum not earned', query: 'platform=PS5&view=grid' },
      },
      { id: '0mhk3x8b0-1f', value: null, version: 490_002, device: 'ab12', deletedAt: 7 },
    ],
    versions: { syncHour: { version: 490_001, device: 'ab12' } },
    roams: true,
    zone: 'Australia/Lord_Howe',
    refusedZone: 'Asia/Tokyo',
  });
  const figures = { games: 3, notes: 1, pins: 1, picks: 2, marks: 1 };
  const made = { at: 5, figures, digest: '0f' };
  await storedCopies.write({
    isOn: true,
    accounts: {
      [accountId]: {
        fileMark: 'ab12',
        made,
        sameAt: 6,
        savedAt: 4,
        ownSince: 3,
        anewAt: 2,
        seenSync: 5,
      },
    },
    wanted: { mark: 'drawn', accountId, reason: 'week', tries: 1 },
    trouble: { kind: 'smaller', accountId, found: { ...figures, notes: 0 } },
  });
  await storedConnectionHistory.write([{ at: 1, kind: 'connected', cause: null }]);
  await everyGameChanged.write(true);
  await lastWarning.write('amber');
  await dataRequests.write([1, 2, 3]);
  await signInLedger.write({
    ...{ requests: [1], sessions: [2], exchanges: [3], refusals: 1 },
    pauses: { session: 4, exchange: 5 },
  });
  const item = {
    kind: 'pin',
    npCommunicationId: 'NPWR00009_00',
    trophyId: 4,
    value: true,
  } as const;
  const player = { accountId: '7', onlineId: null, avatarUrl: null, isPlus: false };
  await carriedOver.write({ '7': { player, hasChosen: true, items: [item] } });
  await Promise.all([installId(), dailyOffset()]);
  const clock = new SonyClock();
  const headers = new Headers({ Date: new Date(Date.now() + 3_600_000).toUTCString() });
  for (const host of ['m.np.playstation.com', 'ca.account.sony.com']) {
    await clock.learn(host, headers);
  }
  return browser.storage.local.get(null);
}

async function vaultOf(accountId: string): Promise<StoredFixture['vault']> {
  const half = crypto.getRandomValues(new Uint8Array(32));
  const inStorage = crypto.getRandomValues(new Uint8Array(32));
  const inDatabase = await crypto.subtle.importKey('raw', half, 'HKDF', false, ['deriveKey']);
  const sealed = await seal({ inDatabase, inStorage }, `refresh-token/v1/${accountId}`, TOKEN);
  return {
    ...{ accountId, half: toBase64(half), keyHalf: toBase64(inStorage), sealed, token: TOKEN },
  };
}
