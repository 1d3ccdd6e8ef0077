import type { LibraryTitle } from '../../utils/domain/library/title';
import type { YearFigures } from '../../utils/domain/numbers/year-figures';
import type { TrophyLog } from '../../utils/domain/numbers/trophy-log';
import { GRADES, type Grade } from '../../utils/domain/trophies/grades';
import type { SetsOnScreen } from '../log/sets-on-screen.svelte';

/** A year with the names of what is in it. */
export interface YearStory {
  figures: YearFigures;
  log: TrophyLog;
  titles: ReadonlyMap<string, LibraryTitle>;
  sets: Pick<SetsOnScreen, 'trophy'>;
  /** Of each trophy of the log. */
  days: ArrayLike<number>;
}

/** A trophy of the log, with its names as far as they are read. */
export interface StoryTrophy {
  id: string;
  grade: Grade | null;
  day: number;
  /** Null while it is read. */
  name: string | null;
  iconUrl: string | null;
  npCommunicationId: string;
  trophyId: number;
  title: LibraryTitle | undefined;
}

/** The id of a set by its number in the log. */
export function setOf({ log }: YearStory, game: number): string {
  return log.sets[game]?.npCommunicationId ?? '';
}

export function titleOf(story: YearStory, game: number): LibraryTitle | undefined {
  return story.titles.get(setOf(story, game));
}

export function trophyAt(story: YearStory, place: number): StoryTrophy {
  const { log, sets, days } = story;
  const npCommunicationId = setOf(story, log.set[place] ?? 0);
  const trophyId = log.trophyId[place] ?? 0;
  const trophy = sets.trophy(npCommunicationId, trophyId);
  return {
    id: String(place),
    grade: GRADES[log.grade[place] ?? -1] ?? null,
    day: days[place] ?? 0,
    name: trophy?.name ?? null,
    iconUrl: trophy?.iconUrl ?? null,
    ...{ npCommunicationId, trophyId },
    title: story.titles.get(npCommunicationId),
  };
}

/** The places of the trophies that are named. */
export function namedPlaces({ first, last, rarest }: YearFigures): number[] {
  return [first, last, ...rarest.map(({ place }) => place)].filter((place) => place !== null);
}
