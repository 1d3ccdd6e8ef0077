import { hasPlatinum } from '../domain/library/has-platinum';
import { isStarted } from '../domain/library/how-begun';
import { PLATFORMS } from '../domain/library/platforms';
import type { LibraryTitle } from '../domain/library/title';
import type { Trophy } from '../domain/trophies/trophy-set';
import type { ClockTexts } from './clock-texts';
import type { ExportedGame, PlayedEdition } from './library-to-export';
import { isCompleted, statusTogether, type TrackerStatus } from './tracker-status';

/** A line of the player's own about a trophy. */
export interface TrophyNote {
  trophy: string;
  note: string;
}

/** What a file says of a game, or of its editions together. Null is what nobody knows. */
export interface GameFacts {
  /** In Sony's words, the newest console first. */
  platforms: string[];
  status: TrackerStatus | null;
  hasAllTrophies: boolean;
  hasPlatinum: boolean;
  playSeconds: number | null;
  isPlaytimePartial: boolean;
  firstPlayedAt: number | null;
  firstEarnedAt: number | null;
  /** The earlier of the two, where nothing says that it may have been before. */
  startedAt: number | null;
  /** When it reached 100 %, or else its platinum. */
  finishedAt: number | null;
  platinumAt: number | null;
  /** Played, or changed in the list of trophies. */
  lastActiveAt: number | null;
  tags: string[];
  notes: TrophyNote[];
  npCommunicationIds: string[];
  npTitleIds: string[];
  conceptIds: string[];
}

export function gameFacts(editions: readonly ExportedGame[], clock: ClockTexts): GameFacts {
  const titles = editions.map(({ title }) => title);
  const played = distinctlyPlayed(editions);
  const firsts = played.map((game) => clock.known(game.firstPlayedAt));
  // Of an edition without a date nobody knows that it was not the first.
  const isPartial = firsts.includes(null) && earliest(firsts) !== null;
  const firstPlayedAt = isPartial ? null : earliest(firsts);
  const firstEarnedAt = ofEach(editions.filter(mayHaveEarned), (game) => firstEarned(game, clock));
  const finishedAt = earliest(titles.filter(isCompleted).map((title) => finished(title, clock)));
  return {
    platforms: platformsOf(titles),
    status: statusTogether(titles),
    hasAllTrophies: titles.some(({ progress }) => progress === 100),
    hasPlatinum: titles.some(hasPlatinum),
    ...playTimeOf(titles, played),
    ...{ firstPlayedAt, firstEarnedAt },
    startedAt: isPartial ? null : started(editions, finishedAt, clock),
    finishedAt,
    platinumAt: earliest(titles.map(({ tally }) => clock.known(tally?.platinumAt))),
    lastActiveAt: latest(titles.map(({ lastPlayedAt }) => clock.known(lastPlayedAt))),
    tags: [...new Set(titles.flatMap(({ tags }) => tags ?? []))],
    notes: editions.flatMap(notesOf),
    npCommunicationIds: titles.map(({ npCommunicationId }) => npCommunicationId),
    npTitleIds: played.map(({ npTitleId }) => npTitleId),
    conceptIds: [...new Set(played.flatMap(({ conceptId }) => conceptId ?? []))].map(String),
  };
}

/** A game of the played list that belongs to two editions was played once. */
function distinctlyPlayed(editions: readonly ExportedGame[]): PlayedEdition[] {
  const all = editions.flatMap(({ played }) => played);
  return [...new Map(all.map((game) => [game.npTitleId, game])).values()];
}

function playTimeOf(
  titles: readonly LibraryTitle[],
  played: readonly PlayedEdition[],
): Pick<GameFacts, 'playSeconds' | 'isPlaytimePartial'> {
  const each = played.length > 0 ? played : titles;
  const known = each.flatMap(({ playSeconds }) => playSeconds ?? []);
  return {
    playSeconds: known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0),
    isPlaytimePartial:
      known.length > 0 &&
      // Of an edition for PS3 or Vita Sony keeps no time at all.
      (known.length < each.length ||
        titles.some((title) => title.isPlaytimePartial || title.playSeconds === null)),
  };
}

/** Null where a trophy that is earned, or may be, has no date: it may be the first. */
function firstEarned({ set }: ExportedGame, clock: ClockTexts): number | null {
  const instants = (set?.trophies ?? [])
    .filter(({ earned }) => earned !== false)
    .map(({ earnedAt }) => clock.known(earnedAt));
  return instants.includes(null) ? null : earliest(instants);
}

/** Null where an edition may have been begun before, as far as anybody knows, and never after the finish. */
function started(
  editions: readonly ExportedGame[],
  finishedAt: number | null,
  clock: ClockTexts,
): number | null {
  const startedAt = ofEach(editions.filter(isBegun), (game) => {
    const played = game.played.map(({ firstPlayedAt }) => clock.known(firstPlayedAt));
    return earliest([...played, firstEarned(game, clock)]);
  });
  return startedAt !== null && finishedAt !== null && startedAt > finishedAt ? null : startedAt;
}

/** The earliest of all; null where it is not known of one: that may be the first. */
function ofEach(
  editions: readonly ExportedGame[],
  instantOf: (game: ExportedGame) => number | null,
): number | null {
  const instants = editions.map(instantOf);
  return instants.includes(null) ? null : earliest(instants);
}

/** It was played, or a trophy of it may be earned. */
function isBegun(game: ExportedGame): boolean {
  return game.played.length > 0 || mayHaveEarned(game);
}

/** By its trophies, or by Sony's list, where they are not here or older. */
function mayHaveEarned({ set, title }: ExportedGame): boolean {
  return (
    (set?.trophies ?? []).some(({ earned }) => earned !== false) ||
    isStarted(title) ||
    (set === null && title.progress === null)
  );
}

function finished({ tally }: LibraryTitle, clock: ClockTexts): number | null {
  return clock.known(tally?.completedAt) ?? clock.known(tally?.platinumAt);
}

function platformsOf(titles: readonly LibraryTitle[]): string[] {
  const named = [...new Set(titles.flatMap(({ platforms }) => platforms))];
  const others = named.filter((platform) => !PLATFORMS.includes(platform));
  return [...PLATFORMS.filter((platform) => named.includes(platform)), ...others];
}

function notesOf({ set, annotations }: ExportedGame): TrophyNote[] {
  const names = new Map<number, Trophy>(set?.trophies.map((each) => [each.trophyId, each]));
  return annotations
    .filter(({ note }) => note !== '')
    .map(({ trophyId, note }) => ({ trophy: names.get(trophyId)?.name ?? '', note }));
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.flatMap((at) => at ?? []);
  return known.length === 0 ? null : known.reduce((one, other) => Math.min(one, other));
}

function latest(instants: readonly (number | null)[]): number | null {
  const known = instants.flatMap((at) => at ?? []);
  return known.length === 0 ? null : known.reduce((one, other) => Math.max(one, other));
}
