import { dateOf } from './civil-time';
import { monthsBetween, type DaySpan } from './day-spans';

/** The months of these days as an address of the log has them, the earliest first. */
export function monthsWithin({ first, last }: DaySpan): string[] {
  return monthsBetween(first, last).map((month) => dayOption(month.first).slice(0, -3));
}

/** A civil day as an address of the log has it. */
export function dayOption(civilDay: number): string {
  const { year, month, day } = dateOf(civilDay);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Some civil days in a row, both ends in it. */
export function daysOption(first: number, last: number): string {
  return first === last ? dayOption(first) : `${dayOption(first)}..${dayOption(last)}`;
}
