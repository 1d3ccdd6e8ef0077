import { editionKey } from '../../utils/domain/library/editions';
import { isGivenUp } from '../../utils/domain/library/how-begun';
import { isGone, type LibraryTitle } from '../../utils/domain/library/title';
import { civilDayAt, type ZoneTable } from '../../utils/domain/numbers/civil-time';
import { SPECTRUM, type CompletionSpectrum } from '../../utils/domain/numbers/completion-spectrum';
import type { GradeSum } from '../../utils/domain/numbers/earned-totals';
import type { GameDates } from '../../utils/domain/numbers/game-dates';
import type { PlatformTotal } from '../../utils/domain/numbers/grade-sums';
import { platinumDaysOf, type PlatinumDays } from '../../utils/domain/numbers/platinum-days';
import { explainsPop } from '../../utils/domain/numbers/taken-over';
import { activityOf } from '../../utils/domain/numbers/timeline';
import { isHidden } from '../../utils/domain/numbers/titles-to-count';
import type { CivilColumns, TrophyLog } from '../../utils/domain/numbers/trophy-log';
import { GRADES, sumOfGrades } from '../../utils/domain/trophies/grades';
import { gradeName } from '../../utils/words/trophies';
import { isInstant } from '../../utils/words/unknown';
import { gameAddress } from '../app/hash-route.svelte';
import type { ChartColumn } from '../charts/column-marks';
import type { ChartRow } from '../charts/row-marks';
import type { GameSpan } from '../charts/timeline-rows';
import { libraryOfPercents, logOfPlatforms, type Uncounted } from './log-links';

type Titles = ReadonlyMap<string, LibraryTitle>;

/** A platinum that was earned, as the shelf has it. */
export interface DatedPlatinum {
  title: LibraryTitle;
  /** The civil day; null where it has no date. */
  day: number | null;
  way: PlatinumDays;
  /** Its place in the log. */
  place: number;
}

/** Games by how far they are. */
export function columnsOfSpectrum(
  { games }: CompletionSpectrum,
  uncounted: Uncounted,
  nameOf: (from: number, to: number) => { name: string; short: string },
): ChartColumn[] {
  return SPECTRUM.map((from, index) => {
    const to = from === 0 ? 0 : (SPECTRUM[index + 1] ?? 101) - 1;
    const href = libraryOfPercents(from, to, uncounted);
    return { id: String(from), ...nameOf(from, to), values: [games[index] ?? 0], href };
  });
}

/** Trophies by platform. */
export function rowsOfPlatforms(
  totals: readonly PlatformTotal[],
  nameOf: (platforms: string) => string,
): ChartRow[] {
  return totals
    .map(({ platforms, counts, unknown }) => ({
      id: platforms,
      name: nameOf(platforms),
      values: [sumOfGrades(counts) === 0 && unknown > 0 ? null : sumOfGrades(counts)],
      href: logOfPlatforms(platforms),
    }))
    .filter(({ values }) => values[0] !== 0);
}

/** What is left to earn by grade: in games that are started, and in all. The rarest first. */
export function rowsOfUnearned(
  { started, all }: Record<'started' | 'all', Pick<GradeSum, 'counts'>>,
  href: string,
): ChartRow[] {
  return GRADES.toReversed().map((grade) => ({
    ...{ id: grade, name: gradeName(grade), grade, href },
    values: [started.counts[grade], all.counts[grade]],
  }));
}

/** Every game with a date, from its first to its last. */
export function spansOfGames(
  games: readonly GameDates[],
  titles: Titles,
  { zone, until }: { zone: ZoneTable; until: number },
): GameSpan[] {
  return games.flatMap(({ npCommunicationId, first, last }) => {
    const title = titles.get(npCommunicationId);
    if (title === undefined || first === null || last === null) return [];
    return {
      id: npCommunicationId,
      ...{ name: title.name, first, last, href: gameAddress(npCommunicationId) },
      ...{ isUntold: isHidden(title), isGone: isGone(title) },
      standing: activityOf(
        {
          isCompleted: title.progress === 100,
          isRetired: isGivenUp(title),
          isGone: isGone(title),
          lastDay: Math.max(last, playedDayOf(title, zone)),
        },
        until,
      ),
    };
  });
}

/** When the played list says that it was played last. */
function playedDayOf({ lastPlayedSource, lastPlayedAt }: LibraryTitle, zone: ZoneTable): number {
  const isSaid = lastPlayedSource === 'played-list' && isInstant(lastPlayedAt);
  return isSaid ? civilDayAt(zone, Math.floor(lastPlayedAt / 1_000)) : 0;
}

/** The newest first; those without a date last. */
export function platinumsEarned(
  games: readonly GameDates[],
  titles: Titles,
  of: { log: TrophyLog; civil: CivilColumns; popped: Uint8Array },
): DatedPlatinum[] {
  const editionsOf = rememberedEditions(games, titles);
  return games
    .flatMap(({ npCommunicationId, platinum, firstOfBase }, number): DatedPlatinum[] => {
      const title = titles.get(npCommunicationId);
      if (platinum === null || title === undefined) return [];
      const day = platinum < of.log.undated ? null : (of.civil.day[platinum] ?? null);
      const isAutoPop = of.popped[platinum] === 1;
      const from = isAutoPop
        ? editionsOf(title, number).find((edition) =>
            explainsPop(of.log.sets[edition]!, of.log.sets[number]!, of.log.at[platinum]!),
          )
        : undefined;
      const takenOverFrom = from === undefined ? null : otherPlatforms(title, games[from], titles);
      const way = platinumDaysOf({
        firstDay: firstOfBase,
        ...{ platinumDay: day, isAutoPop, takenOverFrom },
      });
      return [{ title, day, way, place: platinum }];
    })
    .sort((one, other) => other.place - one.place);
}

/** The numbers of the other editions of which the platinum is earned, too: of hundreds of games, not of thousands. */
function rememberedEditions(
  games: readonly GameDates[],
  titles: Titles,
): (title: LibraryTitle, number: number) => number[] {
  let byKey: Map<string, number[]> | undefined;
  const byKeyNow = (): Map<string, number[]> => {
    const made = new Map<string, number[]>();
    games.forEach(({ npCommunicationId, platinum }, number) => {
      const name = titles.get(npCommunicationId)?.name;
      if (platinum === null || name === undefined) return;
      const key = editionKey(name);
      made.set(key, [...(made.get(key) ?? []), number]);
    });
    return made;
  };
  return ({ name }, number) => {
    byKey ??= byKeyNow();
    return (byKey.get(editionKey(name)) ?? []).filter((each) => each !== number);
  };
}

/** What another edition is for and this one is not: none where that tells them not apart. */
function otherPlatforms(
  { platforms }: LibraryTitle,
  other: GameDates | undefined,
  titles: Titles,
): string[] {
  const title = titles.get(other?.npCommunicationId ?? '');
  return (title?.platforms ?? []).filter((platform) => !platforms.includes(platform));
}

/** How many platinums Sony's list counts of these titles that are not among those: a title that is over its count makes up for none. */
export function platinumsNotIn(
  platinums: readonly DatedPlatinum[],
  titles: readonly LibraryTitle[],
): number {
  const known = new Set(platinums.map(({ title }) => title.npCommunicationId));
  return titles.reduce(
    (sum, { npCommunicationId, earned }) =>
      known.has(npCommunicationId) ? sum : sum + (earned.platinum ?? 0),
    0,
  );
}
