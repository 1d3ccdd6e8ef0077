import type { Endpoint } from './endpoints.ts';
import { ENDPOINTS } from './endpoints.ts';
import type { SonyRequest } from './request.ts';

/** Faults that replace the answer, edit it, or keep it from arriving. */
const FAULT_NAMES = [
  '401',
  '403-html',
  '403-empty',
  '403-private',
  '404',
  '429',
  '429-without-header',
  '429-html',
  '500',
  '502',
  '503',
  'html-200',
  'login-required',
  'invalid-grant',
  'truncated',
  'cut-off',
  'dropped',
  'silent',
  'rarity-zero',
  'bad-row',
  'odd-values',
  'unknown-field',
  'empty-list',
  'short-list',
  'shifted',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];

/** A fault, or an answer that is right but late by so many milliseconds. */
export type Fault = FaultName | { slow: number };

export interface Injection {
  endpoint: Endpoint;
  fault: Fault;
  /** Which matching call from now on: the next one (default), every one, or the n-th, counted from 1. */
  call?: number | 'every' | 'next';
  /** How many calls in a row; 1 by default, unlimited for `every`. */
  times?: number;
  /** For `429`: after how many seconds the next request is welcome. */
  seconds?: number;
  where?: { offset?: number; npCommunicationId?: string; query?: Record<string, string> };
  /** In-process only. */
  matches?: (request: SonyRequest) => boolean;
}

interface Armed {
  injection: Injection;
  seen: number;
}

/** The faults that wait for their call. */
export class Faults {
  #armed: Armed[] = [];

  /** Injections may come from outside the type system, over HTTPS, so a slip of the pen is refused. */
  inject(injection: Injection): void {
    const { endpoint, fault } = injection;
    if (!ENDPOINTS.includes(endpoint)) throw new Error(`No endpoint "${endpoint}"`);
    if (typeof fault === 'string' && !FAULT_NAMES.includes(fault)) {
      throw new Error(`No fault "${String(fault)}"`);
    }
    this.#armed.push({ injection, seen: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  /** The faults that this call meets. */
  due(endpoint: Endpoint, request: SonyRequest): Injection[] {
    const due: Injection[] = [];
    for (const armed of this.#armed) {
      const { injection } = armed;
      if (injection.endpoint !== endpoint || !fits(injection, request)) continue;
      armed.seen++;
      const first = typeof injection.call === 'number' ? injection.call : 1;
      if (armed.seen >= first && armed.seen < first + timesOf(injection)) due.push(injection);
    }
    return due;
  }
}

function timesOf(injection: Injection): number {
  return injection.times ?? (injection.call === 'every' ? Infinity : 1);
}

function fits({ where, matches }: Injection, request: SonyRequest): boolean {
  if (matches !== undefined && !matches(request)) return false;
  if (where?.offset !== undefined && Number(request.query.get('offset') ?? 0) !== where.offset) {
    return false;
  }
  if (where?.npCommunicationId !== undefined && !request.path.includes(where.npCommunicationId)) {
    return false;
  }
  return Object.entries(where?.query ?? {}).every(
    ([key, value]) => request.query.get(key) === value,
  );
}
