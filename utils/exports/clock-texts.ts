import { isPossible } from '../domain/library/instant';
import { localSecondsAt } from '../domain/numbers/civil-time';
import { offsetChanges } from '../format/time-zones';

/** Writes instants, each empty where it is not known or cannot be. */
export interface ClockTexts {
  /** The zone's name, for example `Europe/Berlin`. */
  zone: string;
  now: number;
  /** The instant, or null where it is not known or cannot be. */
  known(at: number | null | undefined): number | null;
  /** The day that the player's calendar shows: `2026-11-26`. */
  day(at: number | null): string;
  /** As spreadsheets know dates: `2026-11-26 14:32:10`, by UTC and by the player's clocks. */
  utc(at: number | null): string;
  local(at: number | null): string;
  /** `2026-11-26T14:32:10Z`. */
  iso(at: number | null): string;
  /** By the player's clocks, with how far they are from UTC: `2026-11-26T15:32:10+01:00`. */
  isoLocal(at: number | null): string;
}

/** Nothing of an account is older than PSN. */
const SINCE = Date.UTC(2006, 10, 1) / 1_000;

export function clockTexts(zone: string, now: number): ClockTexts {
  const table = offsetChanges(zone, SINCE, now / 1_000);
  const known = (at: number | null | undefined): number | null =>
    at === null || at === undefined || !isPossible(at, now) ? null : at;
  const written =
    (write: (seconds: number) => string) =>
    (at: number | null): string => {
      const instant = known(at);
      return instant === null ? '' : write(Math.floor(instant / 1_000));
    };
  const onClocks = (seconds: number): string => isoOf(localSecondsAt(table, seconds));
  return {
    ...{ zone, now, known },
    day: written((seconds) => onClocks(seconds).slice(0, 10)),
    utc: written((seconds) => isoOf(seconds).replace('T', ' ')),
    local: written((seconds) => onClocks(seconds).replace('T', ' ')),
    iso: written((seconds) => `${isoOf(seconds)}Z`),
    isoLocal: written(
      (seconds) => onClocks(seconds) + offsetText(localSecondsAt(table, seconds) - seconds),
    ),
  };
}

/** To the second, without a zone. */
function isoOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 19);
}

function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
