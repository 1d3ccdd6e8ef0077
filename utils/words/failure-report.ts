import type { Connection } from '../domain/connection/connection';
import type { ConnectionEvent } from '../domain/connection/connection-history';
import type { Receipt } from '../domain/connection/receipt';
import type { Failure } from '../domain/failure';
import type { Zone } from '../domain/connection/token-life';
import { browserOf } from './browser-name';

/** All that a report is made of. Nothing of it names the player, and nothing is secret. */
export interface ReportFacts {
  version: string;
  userAgent: string;
  failure: Failure;
  /** When the failure came into view. */
  seenAt: number;
  /** What an erase left behind. */
  left?: Receipt | undefined;
  connection: Connection | null;
  connectionHistory: readonly ConnectionEvent[];
  zone: Zone | null;
  clockOffset: number;
  renewal: boolean | null;
}

/** A text that a player can hand to us: what went wrong, and how things stood. Without account, name or secret. */
export function reportOf(facts: ReportFacts): string {
  const { failure, connection, zone, clockOffset, renewal } = facts;
  const lines: [string, string | number | boolean | null | undefined][] = [
    ['Trophy Shelf', facts.version],
    ['Browser', browserOf(facts.userAgent)],
    ['Cause', failure.cause],
    ['During', failure.during],
    ['HTTP status', failure.status],
    ['Fields', failure.fields?.join(', ')],
    ['Wait until', instant(failure.until)],
    ['Seen at', instant(facts.seenAt)],
    ...leftLines(facts.left),
    ['Phase', connection?.phase],
    ['Zone', zone],
    ['Renewal', renewal],
    ...lifeLines(connection),
    ['Clock offset', `${String(Math.round(clockOffset / 1000))} s`],
    ...facts.connectionHistory.map(historyLine),
  ];
  return lines
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n');
}

/** For example `2026-11-22T12:00:00.000Z: refused (token-refused)`. */
function historyLine({ at, kind, cause }: ConnectionEvent): [string, string] {
  return [new Date(at).toISOString(), cause === null ? kind : `${kind} (${cause})`];
}

/** For example `Left databases: 1`. What is gone has no line. */
function leftLines(left: Receipt | undefined): [string, number][] {
  return Object.entries(left ?? {})
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => [`Left ${kind}`, count as number]);
}

function lifeLines(connection: Connection | null): [string, string | undefined][] {
  if (connection === null || !('tokenLife' in connection)) return [];
  const { grant, refreshTokenEndsAt, provedAt, session } = connection.tokenLife;
  return [
    ['Given for', `${String(Math.round(grant / 3_600_000))} h`],
    ['Ends without renewal', instant(refreshTokenEndsAt)],
    ['Last worked', instant(provedAt)],
    ['Sign-in', session.state],
    ['Sign-in ends', instant(session.endsAt)],
    ['Sign-in seen', instant(session.seenAt)],
  ];
}

function instant(at: number | null | undefined): string | undefined {
  return at === null || at === undefined ? undefined : new Date(at).toISOString();
}
