import type { Random } from '../random.ts';
import { pickWeighted } from '../random.ts';
import type { ServiceName } from './trophy-set.ts';

/** Shares as in a recorded library of 2053 titles; PS5 sets cannot be older than the console. */
const RECENT = [
  ['PS5', 0.55],
  ['PS4', 0.435],
  ['PSVITA,PS4', 0.007],
  ['PSVITA', 0.005],
  ['PS5,PSPC', 0.003],
] as const;

const OLD = [
  ['PS4', 0.88],
  ['PSVITA', 0.065],
  ['PSVITA,PS4', 0.025],
  ['PS3', 0.02],
  ['PS3,PSVITA,PS4', 0.006],
  ['PS3,PS4', 0.004],
] as const;

const LEGACY = [
  ['PS3', 0.65],
  ['PSVITA', 0.35],
] as const;

/** Every string seen on the wire, so that a library of some size holds each at least once. */
export const PLATFORM_STRINGS = [
  'PS5,PSPC',
  'PSVITA,PS4',
  'PSVITA',
  'PS3',
  'PS3,PSVITA,PS4',
  'PS3,PS4',
] as const;

export type Era = 'recent' | 'old' | 'legacy';

export function choosePlatform(random: Random, era: Era): string {
  if (era === 'legacy') return pickWeighted<string>(random, LEGACY);
  return pickWeighted<string>(random, era === 'recent' ? RECENT : OLD);
}

export function serviceOf(platform: string): ServiceName {
  return platform.startsWith('PS5') ? 'trophy2' : 'trophy';
}
