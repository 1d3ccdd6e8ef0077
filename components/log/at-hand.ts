import { coverageOf } from '../../utils/domain/numbers/log-coverage';
import { milestonesOf } from '../../utils/domain/numbers/log-milestones';
import { logNumbers } from '../../utils/domain/numbers/log-numbers';
import { gameDatesOf } from '../../utils/domain/numbers/game-dates';
import { trophyDaysOf } from '../../utils/domain/numbers/trophy-days';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { ZoneTable } from '../../utils/domain/numbers/civil-time';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import { civilColumnsOf, logInSteps, logOf } from '../../utils/domain/numbers/trophy-log';
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

interface SaidOfLog {
  titles: () => readonly LibraryTitle[];
  /** So many more cannot be read. */
  unreadable: () => number;
  zone: () => ZoneTable;
}

/**
 * Makes what figures with a date are made of, in steps that are each far less than a frame.
 * @param said asked for when it is needed: titles change while it is made, and those that are last are drawn
 */
export function* makingLog(
  earnings: readonly SetEarnings[],
  { titles, unreadable, zone }: SaidOfLog,
): Generator<undefined, void> {
  const log = yield* logInSteps(earnings);
  logAtHand.remember(log, earnings);
  const civil = civilAtHand(log, zone());
  yield;
  daysAtHand(civil.day, log.grade);
  yield;
  gamesAtHand(log, civil);
  yield;
  coverageAtHand(log, titles(), unreadable());
}
