import type { Counts } from '../formulas.ts';
import { progressOf, sumOf } from '../formulas.ts';

/** PS3, PS4 and Vita sets live in one service, PS5 and PC sets in the other. */
export type ServiceName = 'trophy' | 'trophy2';

export interface TrophyGroup {
  /** `default`, `001`, `002` … */
  id: string;
  name: string;
  defined: Counts;
  earned: Counts;
}

/**
 * One trophy set of one player, as small as it can be: the trophies themselves are derived from `seed`
 * when somebody asks for them, so that a library of 250,000 trophies costs nothing to hold.
 */
export interface TrophySet {
  npCommunicationId: string;
  service: ServiceName;
  /** As on the wire: `PS4`, `PSVITA,PS4`, `PS5,PSPC` … */
  platform: string;
  name: string;
  seed: string;
  version: string;
  groups: TrophyGroup[];
  hidden: boolean;
  /** First sync with Sony's server; milliseconds, whole seconds. */
  startedAt: number;
  updatedAt: number;
  /** From 0 (everybody finishes it) to 1 (hardly anybody does). */
  difficulty: number;
}

export function definedOf(set: TrophySet): Counts {
  return sumOf(set.groups.map((group) => group.defined));
}

export function earnedOf(set: TrophySet): Counts {
  return sumOf(set.groups.map((group) => group.earned));
}

export function titleProgressOf(set: TrophySet): number {
  return progressOf(definedOf(set), earnedOf(set));
}
