import { isGone, type LibraryTitle } from '../domain/library/title';
import { unobtainableNow } from '../domain/library/what-is-left';
import { sumOfGrades } from '../domain/trophies/grades';
import {
  playHours,
  ID_CELLS,
  inOneCell,
  notesOnOneLine,
  percentOf,
  platformInFull,
} from './cell-values';
import type { ClockTexts } from './clock-texts';
import type { Cell } from './csv-lines';
import { gameFacts, type GameFacts } from './game-facts';
import { sheetOf } from './spreadsheet';

interface GameRow {
  title: LibraryTitle;
  facts: GameFacts;
  clock: ClockTexts;
}

/** Dates by UTC and by the player's clocks. */
function inBothTimes<Name extends string>(
  name: Name,
  instantOf: (row: GameRow) => number | null,
): Record<`${Name}_utc` | `${Name}_local`, (row: GameRow) => Cell> {
  return {
    [`${name}_utc`]: (row: GameRow) => row.clock.utc(instantOf(row)),
    [`${name}_local`]: (row: GameRow) => row.clock.local(instantOf(row)),
  } as Record<`${Name}_utc` | `${Name}_local`, (row: GameRow) => Cell>;
}

const ofTitle =
  (value: (title: LibraryTitle) => Cell) =>
  ({ title }: GameRow): Cell =>
    value(title);
const ofFacts =
  (value: (facts: GameFacts) => Cell) =>
  ({ facts }: GameRow): Cell =>
    value(facts);

/** The names are those that importers look for: they do not change with the language. */
const COLUMNS = {
  title: ofTitle(({ name }) => name),
  platform: ofFacts(({ platforms }) => inOneCell(platforms.map(platformInFull))),
  type: () => 'game',
  status: ofFacts(({ status }) => status),
  own_status: ofTitle(({ status }) => status ?? null),
  progress: ofTitle(({ progress }) => progress),
  earned: ofTitle(({ earned }) => sumOfGrades(earned)),
  trophies: ofTitle(({ defined }) => sumOfGrades(defined)),
  bronze: ofTitle(({ earned }) => earned.bronze),
  silver: ofTitle(({ earned }) => earned.silver),
  gold: ofTitle(({ earned }) => earned.gold),
  platinum: ofTitle(({ earned }) => earned.platinum),
  bronze_in_set: ofTitle(({ defined }) => defined.bronze),
  silver_in_set: ofTitle(({ defined }) => defined.silver),
  gold_in_set: ofTitle(({ defined }) => defined.gold),
  platinum_in_set: ofTitle(({ defined }) => defined.platinum),
  left_to_platinum: ofTitle(({ tally }) => tally?.leftToPlatinum ?? null),
  rarest_earned: ofTitle(({ tally }) => percentOf(tally?.rarestEarned)),
  hours: ofFacts(({ playSeconds }) => playHours(playSeconds)),
  hours_incomplete: ofFacts(({ playSeconds, isPlaytimePartial }) =>
    playSeconds === null ? null : isPlaytimePartial,
  ),
  ...inBothTimes('first_played', ({ facts }) => facts.firstPlayedAt),
  ...inBothTimes('last_played', ({ title }) =>
    title.lastPlayedSource === 'played-list' ? title.lastPlayedAt : null,
  ),
  ...inBothTimes('first_trophy', ({ facts }) => facts.firstEarnedAt),
  ...inBothTimes('last_trophy', ({ title }) => title.tally?.lastEarnedAt ?? null),
  ...inBothTimes('platinum_earned', ({ title }) => title.tally?.platinumAt ?? null),
  ...inBothTimes('completed', ({ title }) => title.tally?.completedAt ?? null),
  ...inBothTimes('list_changed', ({ title }) => title.lastUpdatedAt),
  time_zone: ({ clock }: GameRow) => clock.zone,
  tags: ofFacts(({ tags }) => inOneCell(tags)),
  notes: ofFacts(notesOnOneLine),
  choice: ofTitle(({ choice }) => choice),
  unobtainable: ofTitle((title) => unobtainableNow(title) ?? null),
  hidden_on_psn: ofTitle(({ hidden }) => hidden),
  hidden_here: ofTitle(({ hide }) => hide ?? false),
  gone_from_psn: ofTitle(isGone),
  ps_plus: ofTitle(({ isPlus }) => isPlus),
  cover: ofTitle(({ iconUrl }) => iconUrl),
  set_version: ofTitle(({ trophySetVersion }) => trophySetVersion),
  np_communication_id: ofFacts(ID_CELLS.np_communication_id),
  np_title_id: ofFacts(ID_CELLS.np_title_id),
  psn_concept_id: ofFacts(ID_CELLS.psn_concept_id),
};

export type GameColumn = keyof typeof COLUMNS;
export const GAME_COLUMNS = Object.keys(COLUMNS) as GameColumn[];

/** A row for each game: `games.csv`. */
export const gamesSheet = sheetOf<GameColumn, GameRow>(COLUMNS, (games, clock) =>
  games.map((game) => ({ title: game.title, facts: gameFacts([game], clock), clock })),
);
