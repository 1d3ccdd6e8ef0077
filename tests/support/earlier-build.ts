/** What the build before this one left in a browser, written by hand as it wrote it. */

export const EARLIER_ACCOUNT = '1000000000000000001';

const PLAYER = {
  accountId: EARLIER_ACCOUNT,
  onlineId: 'trophy_hunter',
  avatarUrl: 'https://image.api.playstation.com/avatar.png',
  isPlus: true,
};

const TOKEN_LIFE = {
  grant: 864_000_000,
  refreshTokenEndsAt: 1_795_000_000_000,
  provedAt: 1_794_000_000_000,
  session: { state: 'alive', endsAt: null, seenAt: 1_794_000_000_000 },
};

/** `storage.local` of a connected player. */
export const EARLIER_VALUES = {
  connection: {
    phase: 'connected',
    accountId: EARLIER_ACCOUNT,
    tokenLife: TOKEN_LIFE,
    failure: null,
  },
  snapshot: {
    player: PLAYER,
    summary: null,
    titleCount: 3,
    hasChosen: true,
    sync: { state: 'idle' },
    lastSyncedAt: 1_794_000_000_000,
    gaps: [],
    unreadCount: 0,
    recentTitles: [],
    lastRun: null,
  },
  settings: { renewal: false, syncHour: 7 },
  sealedRefreshToken: { accountId: EARLIER_ACCOUNT, iv: 'aXY=', data: 'sealed in the old way' },
  keyHalf: 'A'.repeat(43) + '=',
  clockOffset: 7_000,
  requestLog: [1_794_000_000_000],
  dailyOffset: 60_000,
  warnedOf: 'amber',
};

/** `storage.session` in the middle of connecting another account, and the alarm that would have gone on with it. */
export const EARLIER_SESSION = {
  accessToken: { accountId: EARLIER_ACCOUNT, token: 'old access', goodUntil: 1_794_003_600_000 },
  keptInAWipe: { accountId: EARLIER_ACCOUNT, refreshToken: 'old refresh' },
  handedOver: { npsso: 'old npsso', until: 1_794_000_010_000 },
};
export const EARLIER_ALARM = 'connecting';

type Tables = Record<string, { keyPath: string | string[]; rows: object[] }>;

function title(npCommunicationId: string, choice: string): object {
  return {
    npCommunicationId,
    npServiceName: 'trophy2',
    name: `Game ${npCommunicationId}`,
    choice,
    absence: null,
    held: { definitions: null, groups: null, earned: null, lookedAt: null },
    tally: null,
  };
}

function overview(values: object): object {
  return { id: 'library', player: PLAYER, summary: null, lastSyncedAt: null, gaps: [], ...values };
}

/** The tables of its two versions, by the browser's own count. */
export const EARLIER_TABLES: Record<10 | 20, Tables> = {
  10: {
    titles: {
      keyPath: 'npCommunicationId',
      rows: [{ npCommunicationId: 'NPWR00001_00', name: 'Game' }],
    },
    playedGames: { keyPath: 'npTitleId', rows: [] },
    cursor: { keyPath: 'id', rows: [{ id: 'library', phase: 'titles', offset: 200 }] },
    overview: { keyPath: 'id', rows: [overview({})] },
    setAside: { keyPath: 'id', rows: [] },
  },
  20: {
    titles: {
      keyPath: 'npCommunicationId',
      rows: [
        title('NPWR00001_00', 'picked'),
        title('NPWR00002_00', 'left'),
        title('NPWR00003_00', 'never'),
        title('NPWR00004_00', 'a word that nobody knows'),
      ],
    },
    playedGames: { keyPath: 'npTitleId', rows: [] },
    trophySets: { keyPath: 'npCommunicationId', rows: [] },
    marks: {
      keyPath: ['npCommunicationId', 'trophyId'],
      rows: [
        { npCommunicationId: 'NPWR00001_00', trophyId: 4, note: 'chapter 2', pinned: true },
        { npCommunicationId: 'NPWR00001_00', trophyId: 5, note: '', pinned: true },
        { npCommunicationId: 'NPWR00003_00', trophyId: 0, note: 'co-op only', pinned: false },
        { npCommunicationId: 'NPWR00003_00', trophyId: 1, note: 7, pinned: 'yes' },
        { npCommunicationId: 'NPWR00003_00', trophyId: 'two', note: 'lost', pinned: false },
      ],
    },
    runs: { keyPath: 'startedAt', rows: [] },
    cursor: { keyPath: 'id', rows: [] },
    overview: {
      keyPath: 'id',
      rows: [overview({ hasPicks: true, hasChosen: true, opened: [] })],
    },
    setAside: { keyPath: 'id', rows: [] },
  },
};

/** What of it comes into this build's table, in the order of its keys. */
export const CARRIED_ITEMS = [
  { kind: 'choice', npCommunicationId: 'NPWR00001_00', trophyId: -1, value: 'picked' },
  { kind: 'choice', npCommunicationId: 'NPWR00003_00', trophyId: -1, value: 'never' },
  { kind: 'note', npCommunicationId: 'NPWR00001_00', trophyId: 4, value: 'chapter 2' },
  { kind: 'note', npCommunicationId: 'NPWR00003_00', trophyId: 0, value: 'co-op only' },
  { kind: 'pin', npCommunicationId: 'NPWR00001_00', trophyId: 4, value: true },
  { kind: 'pin', npCommunicationId: 'NPWR00001_00', trophyId: 5, value: true },
];

/** Writes a database of that build's. Also sent into a browser as text: it uses nothing from outside. */
export function writeEarlierDatabase({
  name,
  version,
  tables,
}: {
  name: string;
  version: number;
  tables: Tables;
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(new Error(request.error?.message));
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, rows }] of Object.entries(tables)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

interface Made {
  accountId: string;
  picked: string[];
  never: string[];
  marks: { npCommunicationId: string; trophyId: number; note: string; pinned: boolean }[];
}

/** The profile of a connected player who made these. */
export function earlierBuild({ accountId, picked, never, marks }: Made): {
  values: Record<string, unknown>;
  name: string;
  version: number;
  tables: Tables;
} {
  const { connection, snapshot } = EARLIER_VALUES;
  const player = { ...PLAYER, accountId };
  const tables = EARLIER_TABLES[20];
  return {
    values: {
      ...EARLIER_VALUES,
      connection: { ...connection, accountId },
      snapshot: { ...snapshot, player },
      sealedRefreshToken: { ...EARLIER_VALUES.sealedRefreshToken, accountId },
    },
    name: `trophy-shelf-${accountId}`,
    version: 20,
    tables: {
      ...tables,
      titles: {
        keyPath: 'npCommunicationId',
        rows: [
          ...picked.map((id) => title(id, 'picked')),
          ...never.map((id) => title(id, 'never')),
        ],
      },
      marks: { keyPath: ['npCommunicationId', 'trophyId'], rows: marks },
      overview: {
        keyPath: 'id',
        rows: [overview({ player, hasPicks: true, hasChosen: true, opened: [] })],
      },
    },
  };
}
