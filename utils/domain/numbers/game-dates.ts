import { GRADES } from '../trophies/grades';
import { autoPopped } from './auto-pop';
import type { CivilColumns, TrophyLog } from './trophy-log';

/** When a set's trophies were earned. Civil days; null where none has a date. */
export interface GameDates {
  npCommunicationId: string;
  first: number | null;
  last: number | null;
  /** Of the first trophy of the base game. */
  firstOfBase: number | null;
  /** The place of its platinum in the log; null where it is not earned. */
  platinum: number | null;
}

const PLATINUM = GRADES.indexOf('platinum');
const BASE = 0;

/** The dates of every set in the log. */
export function gameDatesOf(log: TrophyLog, civil: CivilColumns): GameDates[] {
  const games = log.sets.map(({ npCommunicationId }): GameDates => ({
    npCommunicationId,
    ...{ first: null, last: null, firstOfBase: null, platinum: null },
  }));
  for (let place = 0; place < log.count; place += 1) {
    const game = games[log.set[place]!]!;
    if (log.grade[place] === PLATINUM) game.platinum = place;
    if (place < log.undated) continue;
    const day = civil.day[place]!;
    game.first ??= day;
    game.last = day;
    if (log.group[place] === BASE) game.firstOfBase ??= day;
  }
  return games;
}

/** Of each place of the log 1 where that trophy popped by itself, with others of its set. */
export function poppedPlaces({ count, sets, set, at }: TrophyLog): Uint8Array {
  const places: number[][] = sets.map(() => []);
  for (let place = 0; place < count; place += 1) places[set[place]!]!.push(place);
  const popped = new Uint8Array(count);
  for (const those of places) {
    const isPopped = autoPopped(those.map((place) => at[place]!));
    those.forEach((place, index) => {
      if (isPopped[index] === true) popped[place] = 1;
    });
  }
  return popped;
}
