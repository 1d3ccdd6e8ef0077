import { gameDatesOf } from '../../utils/domain/numbers/game-dates';
import { trophyDaysOf } from '../../utils/domain/numbers/trophy-days';
import { civilColumnsOf, logOf } from '../../utils/domain/numbers/trophy-log';

/*
 * What several pages are made of, each made once of the same: of 250,000 trophies that takes longer than anyone should
 * wait for who goes from one page to another.
 */

export const logAtHand = remembered(logOf);
export const civilAtHand = remembered(civilColumnsOf);
export const daysAtHand = remembered(trophyDaysOf);
export const gamesAtHand = remembered(gameDatesOf);

/** The last that was made of the first one, as long as anybody holds on to that. */
function remembered<One extends object, Rest extends [] | [unknown], Made>(
  make: (one: One, ...rest: Rest) => Made,
): (one: One, ...rest: Rest) => Made {
  const last = new WeakMap<One, { rest: Rest; made: Made }>();
  return (one, ...rest) => {
    const known = last.get(one);
    if (known !== undefined && known.rest[0] === rest[0]) return known.made;
    const made = make(one, ...rest);
    last.set(one, { rest, made });
    return made;
  };
}
