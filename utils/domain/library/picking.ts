import { listMapper } from './list-change';
import { PLATFORMS } from './platforms';
import { rememberedTexts, type SearchText } from './search-text';
import { RECENT_PLAY, requestsFor } from '../sync/sync-plan';
import { isGone, type Choice, type LibraryTitle } from './title';
import { searchIn } from './title-search';
import type { Touched } from './touched';

/** How far a game is. */
export const PICK_PROGRESSES = ['not-started', 'under-way', 'complete'] as const;
export type PickProgress = (typeof PICK_PROGRESSES)[number];

/** Which of the games to show: all that may be ticked, those that are, or those that never are. */
export const SEGMENTS = ['all', 'ticked', 'never'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** What the player looks for. Null is any. */
export interface PickFilter {
  search: string;
  platform: string | null;
  progress: PickProgress | null;
  segment: Segment;
}

export const NO_FILTER: PickFilter = { search: '', platform: null, progress: null, segment: 'all' };

/** A title with what looking through thousands of them needs, worked out once. */
export interface Pickable {
  id: string;
  title: LibraryTitle;
  text: SearchText;
  /** Null where it is not known. */
  progress: PickProgress | null;
  /** Requests to Sony that its trophies still need. */
  requests: number;
  /** What is chosen of it where the player has not said anything here. */
  chosen: Choice;
}

/** How many games each option of a filter would show, with the other filters as they are. */
export interface PickCounts {
  segments: ReadonlyMap<Segment, number>;
  progresses: ReadonlyMap<PickProgress, number>;
  platforms: ReadonlyMap<string, number>;
}

/**
 * Says of titles which can be picked, and works it out once for each that has not changed. One that PSN does not have
 * any more cannot be fetched.
 */
export function pickablesAt(
  now: number,
): (titles: readonly LibraryTitle[], hasChosen: boolean) => Pickable[] {
  const textOf = rememberedTexts();
  const mapperOf = (choiceIn: (title: LibraryTitle) => Choice) =>
    listMapper((title: LibraryTitle): Pickable => ({
      id: title.npCommunicationId,
      title,
      text: textOf(title.name),
      progress: pickProgressOf(title.progress),
      requests: requestsFor(title, now).length,
      chosen: choiceIn(title),
    }));
  const atFirst = mapperOf((title) => firstChoice(title, now));
  const asStored = mapperOf(({ choice }) => choice);
  return (titles, hasChosen) => {
    // The first sync picks them only once it knows every playtime, long after both lists are read: until then they are
    // ticked here.
    const ticksRecent = !hasChosen && !titles.some(({ choice }) => choice === 'picked');
    const all = ticksRecent ? atFirst(titles) : asStored(titles);
    return all.filter(({ title }) => !isGone(title));
  };
}

function firstChoice(title: LibraryTitle, now: number): Choice {
  return title.choice === 'unpicked' && isRecent(title, now) ? 'picked' : title.choice;
}

/** True of a game that was played in the last months. */
export function isRecent({ lastPlayedAt }: LibraryTitle, now: number): boolean {
  return lastPlayedAt > now - RECENT_PLAY;
}

function pickProgressOf(progress: number | null): PickProgress | null {
  if (progress === null) return null;
  if (progress === 0) return 'not-started';
  return progress === 100 ? 'complete' : 'under-way';
}

/** What is chosen of a game: by the player here, or before. */
export function choiceOf({ id, chosen }: Pickable, touched: Touched): Choice {
  return touched.get(id) ?? chosen;
}

/**
 * What is to be saved: each choice that is not the stored one. At the first import also what is ticked by itself, and
 * stored as nobody's word: from then on it is the player's.
 */
export function changesIn(
  all: readonly Pickable[],
  touched: Touched,
  hasChosen: boolean,
): [string, Choice][] {
  return all
    .map((pickable) => ({ pickable, choice: choiceOf(pickable, touched) }))
    .filter(
      ({ pickable, choice }) =>
        choice !== pickable.title.choice || (!hasChosen && choice === 'picked'),
    )
    .map(({ pickable, choice }) => [pickable.id, choice]);
}

/** The games that a filter shows, and how many each other option of it would show. */
export function filtered(
  all: readonly Pickable[],
  touched: Touched,
  { search, platform, progress, segment }: PickFilter,
  fixed: FixedOrder | null,
): { visible: Pickable[]; counts: PickCounts } {
  const isFound = searchIn(all, search);
  const visible: Pickable[] = [];
  const segments = new Map<Segment, number>();
  const progresses = new Map<PickProgress, number>();
  const platforms = new Map<string, number>();
  for (const pickable of all) {
    if (!isFound(pickable)) continue;
    const onPlatform = platform === null || pickable.title.platforms.includes(platform);
    const atProgress = progress === null || pickable.progress === progress;
    const isIn = SEGMENTS_OF[choiceOf(pickable, touched)];
    const inSegment = isIn.includes(segment) || fixed?.staying.has(pickable.id) === true;
    if (onPlatform && atProgress) count(segments, isIn);
    if (inSegment && onPlatform && pickable.progress !== null)
      count(progresses, [pickable.progress]);
    if (inSegment && atProgress) count(platforms, pickable.title.platforms);
    if (inSegment && onPlatform && atProgress) visible.push(pickable);
  }
  return { visible, counts: { segments, progresses, platforms } };
}

const SEGMENTS_OF: Record<Choice, readonly Segment[]> = {
  picked: ['all', 'ticked'],
  unpicked: ['all'],
  never: ['never'],
};

function count<Key>(counts: Map<Key, number>, keys: readonly Key[]): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The platforms of an account in Sony's words, the newest consoles first. */
export function platformsIn(all: readonly Pickable[]): string[] {
  const rank = (platform: string) => PLATFORMS.indexOf(platform) >>> 0;
  const present = new Set(all.flatMap(({ title }) => title.platforms));
  return [...present].sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
}

/**
 * The games that change along with one when a range is ticked: from where the range starts, in the order of the list.
 * It is the one alone where there is no start. What is never picked changes by itself only.
 */
export function rangeTo(
  visible: readonly Pickable[],
  touched: Touched,
  from: string | null,
  to: string,
): string[] {
  const start = visible.findIndex(({ id }) => id === from);
  const end = visible.findIndex(({ id }) => id === to);
  if (start === -1 || end === -1) return [to];
  return visible
    .slice(Math.min(start, end), Math.max(start, end) + 1)
    .filter((each) => each.id === to || choiceOf(each, touched) !== 'never')
    .map(({ id }) => id);
}

/** What the player works on stays where it is until they look for something else. */
export interface FixedOrder {
  order: readonly string[];
  /** These stay in sight, whatever was chosen of them: they must not go from under the pointer. */
  staying: ReadonlySet<string>;
}

/** Holds some games where they are, and with them the order of all. */
export function fixing(
  fixed: FixedOrder | null,
  all: readonly Pickable[],
  ids: readonly string[],
): FixedOrder {
  return {
    order: fixed?.order ?? all.map(({ id }) => id),
    staying: new Set([...(fixed?.staying ?? []), ...ids]),
  };
}

/** The games in the order that is fixed; those that have come since stand after it. */
export function inFixedOrder(
  all: readonly Pickable[],
  fixed: FixedOrder | null,
): readonly Pickable[] {
  if (fixed === null) return all;
  const ranks = new Map(fixed.order.map((id, rank) => [id, rank]));
  const placed: (Pickable | undefined)[] = Array.from({ length: ranks.size }, () => undefined);
  const come: Pickable[] = [];
  for (const pickable of all) {
    const rank = ranks.get(pickable.id);
    if (rank === undefined) come.push(pickable);
    else placed[rank] = pickable;
  }
  return [...placed.filter((pickable) => pickable !== undefined), ...come];
}
