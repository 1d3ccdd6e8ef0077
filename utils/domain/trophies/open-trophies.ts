import { trophyCountOf } from './trophy-list';
import { BASE_GROUP, type Trophy, type TrophySet } from './trophy-set';

/** A trophy that is missing. */
export interface OpenTrophy {
  trophyId: number;
  /** In tenths of a percent; null where nobody knows. */
  rate: number | null;
  /** How far it is counted, from 0 to 1; null where it is not. */
  share: number | null;
  /** It is of the base game. */
  isBase: boolean;
}

/** So many of a set are kept with its title: among them is the best of it, whatever the player is in the mood for. */
const MOST = 8;
const OF_A_KIND = 2;

/** Three characters stand for a trophy: its `trophyId`, its rate with whether it is of the base game, its share. */
const PER_TROPHY = 3;
const NO_RATE = 0x3ff;
const BASE = 0x400;
/** Below what stands for half a letter: text that holds one may not be written everywhere. */
const WHOLE = 50_000;
const NO_SHARE = WHOLE + 1;

/** What of a set is missing, the platinum not among it: that comes with the last of the others. */
export function openTrophiesIn({ trophies }: Pick<TrophySet, 'trophies'>): OpenTrophy[] {
  return trophies
    .filter(({ earned, grade }) => earned === false && grade !== 'platinum')
    .map((trophy) => ({
      trophyId: trophy.trophyId,
      rate: trophy.rates.at(-1)?.rate ?? null,
      share: shareOf(trophy),
      isBase: (trophy.groupId ?? BASE_GROUP) === BASE_GROUP,
    }));
}

function shareOf(trophy: Trophy): number | null {
  const { done = null, target = 1 } = trophyCountOf(trophy) ?? {};
  return done === null ? null : done / target;
}

/** The best of what is missing as text: it is with every title, and both browsers read text the fastest. */
export function packedOpen(set: Pick<TrophySet, 'trophies'>): string {
  return bestOf(openTrophiesIn(set)).map(packedTrophy).join('');
}

/** The fullest counters, the commonest, the commonest of the base game, the rarest; then what is common. */
function bestOf(open: readonly OpenTrophy[]): OpenTrophy[] {
  if (open.length <= MOST) return [...open];
  const byRate = [...open].sort(commonestFirst);
  const counted = open.filter(({ share }) => share !== null).sort(fullestFirst);
  const rated = byRate.filter(({ rate }) => rate !== null);
  const best = new Set([
    ...counted.slice(0, OF_A_KIND),
    ...byRate.slice(0, OF_A_KIND),
    ...byRate.filter(({ isBase }) => isBase).slice(0, OF_A_KIND),
    ...rated.slice(-OF_A_KIND),
    ...byRate,
  ]);
  return [...best].slice(0, MOST);
}

function commonestFirst(one: OpenTrophy, other: OpenTrophy): number {
  return (other.rate ?? -1) - (one.rate ?? -1) || one.trophyId - other.trophyId;
}

function fullestFirst(one: OpenTrophy, other: OpenTrophy): number {
  return (other.share ?? 0) - (one.share ?? 0) || commonestFirst(one, other);
}

function packedTrophy({ trophyId, rate, share, isBase }: OpenTrophy): string {
  return String.fromCharCode(
    trophyId,
    (rate ?? NO_RATE) | (isBase ? BASE : 0),
    share === null ? NO_SHARE : Math.floor(share * WHOLE),
  );
}

/** There may be more that are missing than are kept, and of those only so many are left. */
export function isFullOfOpen(text: string, left: number): boolean {
  return text.length >= MOST * PER_TROPHY && left < MOST;
}

export function unpackedOpen(text: string): OpenTrophy[] {
  const open: OpenTrophy[] = [];
  for (let at = 0; at + PER_TROPHY <= text.length; at += PER_TROPHY) {
    const rate = text.charCodeAt(at + 1) & NO_RATE;
    const share = text.charCodeAt(at + 2);
    open.push({
      trophyId: text.charCodeAt(at),
      rate: rate === NO_RATE ? null : rate,
      share: share > WHOLE ? null : share / WHOLE,
      isBase: (text.charCodeAt(at + 1) & BASE) !== 0,
    });
  }
  return open;
}
