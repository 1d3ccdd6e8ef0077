import { setTimeout as sleep } from 'node:timers/promises';
import { ENDPOINTS, type Endpoint } from '../psn/endpoints.ts';
import { randomFrom } from '../psn/random.ts';
import type { SonyRequest } from '../psn/request.ts';
import type { Scene } from './scene.ts';

export interface Wanted {
  /** Any of them by default. */
  endpoints?: readonly Endpoint[];
  matches?: (request: SonyRequest) => boolean;
  /** Which matching request from now on, counted from 1; the next by default. */
  nth?: number;
}

/** Longer than any test waits: who is killed meanwhile never sees the answer. */
const HELD = 60_000;

/**
 * Kills the worker in the middle of the nth matching request of the extension's own, which never gets an answer.
 * Resolves when the worker is dead.
 */
export function killAtRequest({ simulator, chromium }: Scene, wanted: Wanted = {}): Promise<void> {
  const { endpoints = ENDPOINTS, matches = () => true, nth = 1 } = wanted;
  const killed = Promise.withResolvers<void>();
  let seen = 0;
  const isIt = (request: SonyRequest): boolean => {
    const isOwn = request.headers['sec-fetch-dest'] === 'empty';
    if (!isOwn || !matches(request) || ++seen !== nth) return false;
    chromium.worker.kill().then(killed.resolve, killed.reject);
    return true;
  };
  for (const endpoint of endpoints) {
    simulator.control.inject({ endpoint, fault: { slow: HELD }, call: 'every', matches: isIt });
  }
  return killed.promise;
}

/** Kills the worker at a moment within the limit that the seed chooses, the same for the same seed; answers which. */
export async function killAtRandom(
  { chromium }: Scene,
  seed: string,
  limit: number,
): Promise<number> {
  const moment = Math.floor(randomFrom(seed)() * limit);
  await sleep(moment);
  await chromium.worker.kill();
  return moment;
}
