import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { DISCONNECTED, SESSION_STATES, type Connection } from '../domain/connection';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { EMPTY_SNAPSHOT, SYNC_PHASES, type Snapshot } from '../domain/snapshot';
import { CAUSES } from '../domain/failure';

/**
 * What the background publishes and pages follow: the connection, the snapshot, the settings, in `storage.local`.
 * Reading needs neither the database nor a living worker, so the popup is filled in its first frame.
 */
export interface Status {
  connection: Connection;
  snapshot: Snapshot;
  settings: Settings;
  /** How far Sony's clock is ahead of this device's, in milliseconds. All instants are by Sony's. */
  clockOffset: number;
}

const KEYS = ['connection', 'snapshot', 'settings', 'clockOffset'] as const;

const failure = z.object({
  cause: z.enum(CAUSES),
  during: z.exactOptional(z.string()),
  status: z.exactOptional(z.number()),
  until: z.exactOptional(z.number()),
  fields: z.exactOptional(z.array(z.string())),
});

const tokenLife = z.object({
  grant: z.number(),
  refreshTokenEndsAt: z.number(),
  provedAt: z.number(),
  session: z.object({
    state: z.enum(SESSION_STATES),
    endsAt: z.nullable(z.number()),
    seenAt: z.number(),
  }),
});

const connection = z.union([
  z.object({ phase: z.literal('disconnected'), failure: z.nullable(failure) }),
  z.object({ phase: z.literal('old-session'), endsAt: z.number() }),
  z.object({ phase: z.literal('signing-out'), since: z.number(), laterThan: z.number() }),
  z.object({
    phase: z.literal('waiting-for-sign-in'),
    since: z.number(),
    laterThan: z.nullable(z.number()),
  }),
  z.object({
    phase: z.literal('connecting'),
    step: z.enum(['session', 'code', 'tokens']),
    source: z.enum(['browser', 'pasted']),
  }),
  z.object({
    phase: z.literal('connecting'),
    step: z.literal('profile'),
    accountId: z.string(),
    tokenLife,
  }),
  z.object({
    phase: z.literal('connected'),
    accountId: z.string(),
    tokenLife,
    failure: z.nullable(failure),
  }),
]);

const settings = z.object({ renewal: z.boolean(), warnings: z.boolean() });

const gradeCounts = z.object({
  bronze: z.number(),
  silver: z.number(),
  gold: z.number(),
  platinum: z.number(),
});

const progress = {
  phase: z.enum(SYNC_PHASES),
  done: z.number(),
  total: z.nullable(z.number()),
};

const snapshot = z.object({
  player: z.nullable(
    z.object({
      accountId: z.string(),
      onlineId: z.nullable(z.string()),
      avatarUrl: z.nullable(z.string()),
      isPlus: z.boolean(),
    }),
  ),
  summary: z.nullable(
    z.object({
      trophyLevel: z.number(),
      progress: z.number(),
      tier: z.number(),
      earned: gradeCounts,
    }),
  ),
  titleCount: z.number(),
  sync: z.union([
    z.object({ state: z.literal('idle') }),
    z.object({ state: z.literal('running'), ...progress }),
    z.object({ state: z.literal('paused'), ...progress, failure, resumesAt: z.number() }),
  ]),
  lastSyncedAt: z.nullable(z.number()),
  gaps: z.array(z.object({ phase: z.enum(SYNC_PHASES), failure })),
  unreadCount: z.number(),
  recentTitles: z.array(
    z.object({
      npCommunicationId: z.string(),
      name: z.string(),
      iconUrl: z.nullable(z.string()),
      platforms: z.array(z.string()),
      progress: z.number(),
      earned: gradeCounts,
      lastPlayedAt: z.number(),
    }),
  ),
});

/**
 * The stored status. What is missing or of another version's shape counts as not there: the background writes it
 * anew.
 */
export async function readStatus(): Promise<Status> {
  const stored = await browser.storage.local.get([...KEYS]);
  return {
    connection: parsedOr(DISCONNECTED, connection, stored['connection']),
    snapshot: parsedOr(EMPTY_SNAPSHOT, snapshot, stored['snapshot']),
    settings: parsedOr(DEFAULT_SETTINGS, settings, stored['settings']),
    clockOffset: parsedOr(0, z.number(), stored['clockOffset']),
  };
}

function parsedOr<Value>(fallback: Value, schema: z.ZodMiniType<Value>, stored: unknown): Value {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : fallback;
}

/** Publishes what changed. For the background only. */
export async function publishStatus(change: Partial<Status>): Promise<void> {
  await browser.storage.local.set(change);
}

/** Calls back with the whole status at every change. Returns what ends it. */
export function followStatus(changed: (status: Status) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area !== 'local' || !KEYS.some((key) => key in changes)) return;
    void readStatus().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
