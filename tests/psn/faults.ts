import type { Endpoint } from './endpoints.ts';
import { ENDPOINTS } from './endpoints.ts';
import type { FaultPlace } from './fault-place.ts';
import { isAtPlace } from './fault-place.ts';
import type { ListEdit } from './list-edits.ts';
import type { SonyRequest } from './request.ts';
import type { FieldsEdit } from './rows.ts';

/** Faults that replace the answer, edit it, or keep it from arriving. */
export const FAULT_NAMES = [
  '400',
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
  '503-later',
  'html-200',
  'empty-200',
  'broken-gzip',
  '302-elsewhere',
  '307-elsewhere',
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
  'short-answer',
  'stops-early',
  'drifting',
  'repeated-rows',
  'low-total',
  'high-total',
  'shifted',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];

/**
 * A fault by its name; an answer that is right but late by so many milliseconds, or
 * has lain in a cache for so many seconds; a redirect to that address; a list that does this to its rows; or
 * fields of the answer, or of each of its rows, that are missing or say something else; or a mutant by its seed
 * (`mutants.ts`), of the whole answer, another one at every call, or of each of its rows.
 */
export type Fault =
  | FaultName
  | { slow: number }
  | { age: number }
  | { redirect: readonly [status: number, location: string] }
  | { mutant: string }
  | { mutantRows: string }
  | { list: ListEdit }
  | { fields: FieldsEdit }
  | { rows: FieldsEdit };

const FAULT_KINDS = ['slow', 'age', 'redirect', 'mutant', 'mutantRows', 'list', 'fields', 'rows'];

export interface Injection {
  endpoint: Endpoint;
  fault: Fault;
  /** Which matching call from now on: the next one (default), every one, or the n-th, counted from 1. */
  call?: number | 'every' | 'next';
  /** How many calls in a row; 1 by default, unlimited for `every`. */
  times?: number;
  /** For `429` and `503-later`: after how many seconds the next request is welcome. */
  seconds?: number;
  where?: FaultPlace;
  /** In-process only. */
  matches?: (request: SonyRequest) => boolean;
}

/** A fault that meets its call, the first of them number 0. */
export interface DueFault extends Omit<Injection, 'call'> {
  call: number;
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
    if (!isFault(fault)) throw new Error(`No fault "${JSON.stringify(fault)}"`);
    this.#armed.push({ injection, seen: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  /** The faults that this call meets. */
  due(endpoint: Endpoint, request: SonyRequest): DueFault[] {
    const due: DueFault[] = [];
    for (const armed of this.#armed) {
      const { injection } = armed;
      if (injection.endpoint !== endpoint || !fits(injection, endpoint, request)) continue;
      armed.seen++;
      const call = armed.seen - (typeof injection.call === 'number' ? injection.call : 1);
      if (call >= 0 && call < timesOf(injection)) due.push({ ...injection, call });
    }
    return due;
  }
}

function isFault(fault: Fault): boolean {
  if (typeof fault === 'string') return FAULT_NAMES.includes(fault);
  const kinds = Object.keys(fault);
  return kinds.length === 1 && kinds.every((kind) => FAULT_KINDS.includes(kind));
}

/** What the log calls it. */
export function nameOf(fault: Fault): string {
  return typeof fault === 'string' ? fault : (Object.keys(fault)[0] ?? '');
}

function timesOf(injection: Injection): number {
  return injection.times ?? (injection.call === 'every' ? Infinity : 1);
}

function fits(
  { where = {}, matches }: Injection,
  endpoint: Endpoint,
  request: SonyRequest,
): boolean {
  return (matches === undefined || matches(request)) && isAtPlace(where, endpoint, request);
}
