import * as z from 'zod/mini';
import { storedValue } from '../browser/stored-value';
import { DISCONNECTED, type Connection } from '../domain/connection/connection';
import { CARRIED, DAMAGED, UNREADABLE } from '../domain/connection/unreadable-record';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings';
import { EMPTY_SNAPSHOT, type Snapshot } from '../domain/sync/snapshot';
import type { AskedDay } from '../domain/history/asked-of-sony';
import type { ConnectionEvent } from '../domain/connection/connection-history';
import { eachReadable } from '../schema/each-readable';
import { readableFields } from '../schema/readable-fields';
import { isOfLaterShape } from './stored-shape';
import { askedDay, connection, connectionEvent, snapshot } from './schema';
import { settingFields } from './settings-schema';

/** The record of a player whom the earlier build connected: nothing of it but what it had in it. */
const earlierConnected = z.strictObject({
  phase: z.literal('connected'),
  accountId: z.string(),
  tokenLife: z.unknown(),
  failure: z.unknown(),
});

/** And of one whom it was connecting: it knew neither what that replaced nor how it was asked for. */
const earlierAttempt = z.union([
  z.strictObject({ phase: z.literal('old-session'), endsAt: z.number() }),
  z.strictObject({ phase: z.literal('signing-out'), since: z.number(), laterThan: z.number() }),
  z.strictObject({
    phase: z.literal('waiting-for-sign-in'),
    since: z.number(),
    laterThan: z.nullable(z.number()),
  }),
  z.strictObject({ phase: z.literal('connecting'), step: z.string(), source: z.string() }),
  z.strictObject({
    phase: z.literal('connecting'),
    step: z.literal('profile'),
    accountId: z.string(),
    tokenLife: z.unknown(),
  }),
]);

/** A record that cannot be read is no reason to take a connection for ended: of a later version it is whole. */
export const storedConnection = storedValue<Connection>(
  'local',
  'connection',
  z.catch(z._default(connection, DISCONNECTED), ({ value }) => unreadable(value)),
  DAMAGED,
);

function unreadable(stored: unknown): Connection {
  if (isOfLaterShape(stored)) return UNREADABLE;
  // Shown for the moment in which the background carries it over.
  if (earlierConnected.safeParse(stored).success) return CARRIED;
  return isEarlierAttempt(stored) ? DISCONNECTED : DAMAGED;
}

/** What was being connected then is given up: nothing is left that it could go on with. */
export function isEarlierAttempt(stored: unknown): boolean {
  return earlierAttempt.safeParse(stored).success;
}

/** A record as only the earlier build wrote it, whatever else is left of that. */
export function isEarlierRecord(stored: unknown): boolean {
  return earlierConnected.safeParse(stored).success || isEarlierAttempt(stored);
}

/** An event of a kind that only another version knows costs itself. */
export const storedConnectionHistory = storedValue<readonly ConnectionEvent[]>(
  'local',
  'connectionHistory',
  eachReadable(connectionEvent),
  [],
);

/** A day with a kind that only another version counts costs itself. */
export const storedAskedOfSony = storedValue<readonly AskedDay[]>(
  'local',
  'askedOfSony',
  eachReadable(askedDay),
  [],
);

/** When words for the player's other computers were written last (milliseconds, this device's clock), and how many of them are not there for lack of room, or since the browser refused them. */
export const storedRoaming = storedValue(
  'local',
  'roaming',
  z.object({ writtenAt: z.nullable(z.number()), left: z.number() }),
  { writtenAt: null, left: 0 },
);

export const storedSnapshot = storedValue<Snapshot>('local', 'snapshot', snapshot, EMPTY_SNAPSHOT);

/** A setting that an earlier version did not have yet is as it is by default; the others stay made. */
export const storedSettings = storedValue<Settings>(
  'local',
  'settings',
  z.pipe(z.record(z.string(), z.unknown()), z.transform(settingsIn)),
  DEFAULT_SETTINGS,
);

function settingsIn(stored: Record<string, unknown>): Settings {
  return { ...DEFAULT_SETTINGS, ...(readableFields(settingFields, stored) as Partial<Settings>) };
}
