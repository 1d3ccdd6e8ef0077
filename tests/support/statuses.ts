import type { Connected, Session, TokenLife } from '@/utils/domain/connection/connection';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { SyncProgress } from '@/utils/domain/sync/sync-status';
import type { RecentTitle } from '@/utils/domain/sync/glance';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';
import type { Status } from '@/utils/status/status';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle as aTitleOfLibrary } from './library-titles.ts';

export const DAY = 86_400_000;

/** A connection that still has this many days, on both clocks. */
export function lifeOf(days: number, now = Date.now(), session: Partial<Session> = {}): TokenLife {
  const endsAt = now + days * DAY;
  return {
    grant: 10 * DAY,
    provedAt: now,
    refreshTokenEndsAt: endsAt,
    session: { state: 'alive', endsAt, seenAt: now, ...session },
  };
}

/** How things stand, of which only what matters to the test is said. */
export function aStatus(said: Partial<Status> = {}): Status {
  return {
    connection: connected(),
    snapshot: aSnapshot(),
    settings: DEFAULT_SETTINGS,
    clockOffset: 0,
    shownLibrary: null,
    ...said,
  };
}

/** A connected account of which only what matters to the test is said. */
export function connected(said: Partial<Connected> = {}): Connected {
  return {
    phase: 'connected',
    accountId: '4242424242424242',
    tokenLife: lifeOf(57.5),
    failure: null,
    recovery: null,
    renewal: null,
    refused: null,
    ...said,
  };
}

/** A glance at a library, of which only what matters to the test is said. */
export function aSnapshot(said: Partial<Snapshot> = {}): Snapshot {
  return {
    ...EMPTY_SNAPSHOT,
    player: {
      accountId: '4242424242424242',
      onlineId: 'Night_Cabinet',
      avatarUrl: null,
      isPlus: false,
    },
    summary: {
      trophyLevel: 412,
      progress: 63,
      tier: 5,
      earned: { bronze: 10_483, silver: 2_291, gold: 744, platinum: 128 },
    },
    titleCount: 1_300,
    hasChosen: true,
    lastSyncedAt: Date.now() - 7 * 60_000,
    recentTitles: [1, 2, 3].map((number) => aRecentTitle(number)),
    ...said,
  };
}

/** A title that was played yesterday, of which only what matters to the test is said. */
export function aLibraryTitle(said: Partial<LibraryTitle> = {}): LibraryTitle {
  return aTitleOfLibrary({ lastPlayedAt: Date.now() - DAY, ...said });
}

/** So many titles, the first of them played last. */
export function manyLibraryTitles(count: number): LibraryTitle[] {
  return Array.from({ length: count }, (_, index) =>
    aLibraryTitle({
      npCommunicationId: `NPWR${String(index).padStart(5, '0')}_00`,
      name: `Game ${index + 1}`,
      lastPlayedAt: 1_700_000_000_000 - index * 60_000,
    }),
  );
}

function aRecentTitle(number: number): RecentTitle {
  return {
    npCommunicationId: `NPWR0000${number}_00`,
    name: `Recent game ${number}`,
    iconUrl: null,
    platforms: ['PS5'],
    progress: number === 1 ? 100 : 40,
    earned: { bronze: 3, silver: 1, gold: 0, platinum: number === 1 ? 1 : 0 },
    lastPlayedAt: Date.now() - number * 3_600_000,
  };
}

/** How far a sync is, of which only what matters to the test is said. */
export function aProgress(said: Partial<SyncProgress> = {}): SyncProgress {
  return { phase: 'titles', done: 0, total: null, requestsLeft: null, endsAt: null, ...said };
}
