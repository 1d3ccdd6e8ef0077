import { coverageOf } from '../../utils/domain/numbers/log-coverage';
import { milestonesOf } from '../../utils/domain/numbers/log-milestones';
import { logNumbers } from '../../utils/domain/numbers/log-numbers';
import { gameDatesOf } from '../../utils/domain/numbers/game-dates';
import { trophyDaysOf } from '../../utils/domain/numbers/trophy-days';
import { civilColumnsOf, logOf } from '../../utils/domain/numbers/trophy-log';
import { remembered } from '../app/remembered';

/*
 * What several pages are made of, each made once of the same: of 250,000 trophies that takes longer than anyone should
 * wait for who goes from one page to another.
 */

export const logAtHand = remembered(logOf);
export const civilAtHand = remembered(civilColumnsOf);
export const daysAtHand = remembered(trophyDaysOf);
export const gamesAtHand = remembered(gameDatesOf);
export const coverageAtHand = remembered(coverageOf);
export const numbersAtHand = remembered(logNumbers);
export const milestonesAtHand = remembered(milestonesOf);
