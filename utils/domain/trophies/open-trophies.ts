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
/** The main reason counts whole, and of the rest about a third. */
const MAIN = 13 / 7;

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

/** How much its counter counts for a trophy, and how common or how rare it is: at the most 36, 24 and 24. */
export function counterWeight(share: number | null): number {
  return share !== null && share >= 0.5 ? 36 * share ** 2 : 0;
}

export function commonWeight(rate: number | null): number {
  return rate === null ? 0 : 24 * Math.sqrt(rate / 1000);
}

export function rareWeight(rate: number | null): number {
  return rate === null ? 0 : 24 - commonWeight(rate);
}

/**
 * The best ones of all and of the base game, for what is common and for what is rare: by their sum, which counts where the
 * game itself weighs more, and by the larger weight first, where it weighs less.
 */
function bestOf(open: readonly OpenTrophy[]): readonly OpenTrophy[] {
  if (open.length <= MOST) return open;
  const sorted = [commonWeight, rareWeight].flatMap((weight) =>
    [0, MAIN].map((main) => {
      const scoreOf = ({ share, rate }: OpenTrophy): number => {
        const [one, other] = [counterWeight(share), weight(rate)];
        return one + other + main * Math.max(one, other);
      };
      return open.toSorted((one, other) => scoreOf(other) - scoreOf(one));
    }),
  );
  const best = sorted.flatMap((each) => [
    ...each.slice(0, OF_A_KIND),
    ...each.filter(({ isBase }) => isBase).slice(0, OF_A_KIND),
  ]);
  return [...new Set([...best, ...sorted[0]!])].slice(0, MOST);
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
