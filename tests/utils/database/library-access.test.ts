import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseName } from '@/utils/database/library-name';
import { makeCarriedLibrary, makeLibrary, openForSync } from '@/utils/database/library-access';
import { openLibrary } from '@/utils/database/open-library';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';

const NOW = 5;

let accountId: string;
let accounts = 0;

beforeEach(() => {
  accountId = `access-${String(++accounts)}`;
});

afterEach(() => Dexie.delete(databaseName(accountId)));

function player() {
  return { accountId, onlineId: 'trophy_hunter', avatarUrl: null, isPlus: false };
}

/** What is known when the library is made, at this instant. */
function making({ titleCount = 3, now = NOW } = {}) {
  const snapshot = { ...EMPTY_SNAPSHOT, player: player(), titleCount };
  return { now: () => now, outliving: { snapshot, copies: NO_COPIES } };
}

async function overview() {
  const library = await openLibrary(accountId);
  const row = await library?.overview.get('library');
  library?.close();
  return row;
}

const WAYS: [string, (known: ReturnType<typeof making>) => Promise<void>][] = [
  ['connecting', async (known) => void (await makeLibrary(player(), known))],
  [
    'a sync',
    async (known) => {
      (await openForSync(accountId, known, new AbortController().signal)).close();
    },
  ],
];

test.each(WAYS)('%s notes in a library that it makes that one was lost', async (_, make) => {
  await make(making());

  expect(await overview()).toMatchObject({ lostAt: NOW });
});

test.each(WAYS)('%s notes no loss in the first one of an account', async (_, make) => {
  await make(making({ titleCount: 0 }));

  expect((await overview())?.lostAt ?? null).toBeNull();
});

test.each(WAYS)('%s notes no loss in one that is there', async (_, make) => {
  await makeLibrary(player(), making({ titleCount: 0 }));
  await make(making());

  expect(await overview()).toMatchObject({ lostAt: null });
});

test('a loss is noted once, and stays when the player’s name comes', async () => {
  for (const [, make] of WAYS) await make(making());
  await makeLibrary(player(), making({ now: 9 }));

  expect(await overview()).toMatchObject({ lostAt: NOW, player: { onlineId: 'trophy_hunter' } });
});

test('what is carried over from an earlier build was not lost, however late it comes', async () => {
  await makeLibrary(player(), making());
  const carried = { player: player(), hasChosen: true, items: [] };
  await makeCarriedLibrary(carried, { now: () => NOW, device: 'this' });

  expect(await overview()).toMatchObject({ lostAt: null, hasChosen: true });
});

test.each([
  ['no picture, and nothing of PS Plus', { avatarUrl: null, isPlus: null }, 'trophy_hunter', 9],
  ['nothing at all', { onlineId: null, avatarUrl: null, isPlus: null }, 'night_shelf', null],
])('who connects again and of whom Sony says %s is who they were', async (_, said, name, at) => {
  const known = { onlineId: 'night_shelf', avatarUrl: 'https://a.test/wren.png', isPlus: true };
  await makeLibrary({ ...player(), ...known }, making());

  const again = await makeLibrary({ ...player(), ...said }, making({ now: 9 }));

  const { avatarUrl, isPlus } = known;
  expect(again).toStrictEqual({ accountId, onlineId: name, avatarUrl, isPlus });
  expect(await overview()).toMatchObject({ player: again, profileAt: at });
});
