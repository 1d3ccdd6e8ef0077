import { GRADES } from '../trophies/grades';
import { autoPopped } from './auto-pop';
import { NO_GROUP } from './earnings';
import type { CivilColumns, TrophyLog } from './trophy-log';

/** When a set's trophies were earned. Civil days; null where none has a date. */
export interface GameDates {
  npCommunicationId: string;
  first: number | null;
  last: number | null;
  /** Of the first trophy of the base game; null also where one that has no date, or no group, may have been it. */
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
  const isBaseUnknown = new Uint8Array(games.length);
  for (let place = 0; place < log.count; place += 1) {
    const number = log.set[place]!;
    const [game, group] = [games[number]!, log.group[place]!];
    if (log.grade[place] === PLATINUM) game.platinum = place;
    // Of the base game, and of which Sony has left out what it is of.
    const mayBeOfBase = group === BASE || group === NO_GROUP;
    if (place < log.undated) {
      if (mayBeOfBase) isBaseUnknown[number] = 1;
      continue;
    }
    const day = civil.day[place]!;
    game.first ??= day;
    game.last = day;
    if (!mayBeOfBase || isBaseUnknown[number] === 1) continue;
    // The first that may be of it is the first, or nobody knows which is.
    if (group === BASE) game.firstOfBase ??= day;
    else if (game.firstOfBase === null) isBaseUnknown[number] = 1;
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
