import { createHash } from 'node:crypto';
import type { Endpoint } from './endpoints.ts';
import type { SonyRequest } from './request.ts';
import { cookieOf, formOf } from './request.ts';

/** One request and what became of it. Raw secrets are kept: they are the simulator's own. */
export interface LogEntry {
  /** Milliseconds, by the simulator's clock. */
  time: number;
  method: string;
  host: string;
  path: string;
  query: Record<string, string>;
  endpoint: Endpoint;
  /** 0 while unanswered, and for good where the connection was dropped or stayed silent. */
  status: number;
  headers: Record<string, string>;
  origin: string | null;
  hasCookie: boolean;
  npsso: string | null;
  /** First 12 hexadecimal digits of its SHA-256. */
  npssoHash: string | null;
  authorization: string | null;
  formKeys: string[];
  fault: string | null;
}

export class RequestLog {
  entries: LogEntry[] = [];

  add(request: SonyRequest, endpoint: Endpoint, time: number): LogEntry {
    const npsso = cookieOf(request, 'npsso') ?? null;
    const entry: LogEntry = {
      time,
      method: request.method,
      host: request.host,
      path: request.path,
      query: Object.fromEntries(request.query),
      endpoint,
      status: 0,
      headers: request.headers,
      origin: request.headers['origin'] ?? null,
      hasCookie: request.headers['cookie'] !== undefined,
      npsso,
      npssoHash: npsso === null ? null : hash(npsso),
      authorization: request.headers['authorization'] ?? null,
      formKeys: [...formOf(request).keys()],
      fault: null,
    };
    this.entries.push(entry);
    return entry;
  }
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 12);
}
