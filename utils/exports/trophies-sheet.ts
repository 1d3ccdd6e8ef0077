import { NOT_ANNOTATED, type Annotated } from '../domain/trophies/trophy-annotation';
import { pointsOf, noTrophies } from '../domain/trophies/grades';
import { rarityBandOf, rateWhenEarned } from '../domain/trophies/rarity';
import { BASE_GROUP, type Trophy } from '../domain/trophies/trophy-set';
import { annotationsAlone } from './annotations-alone';
import {
  GRADE_WORDS,
  ID_CELLS,
  inOneCell,
  percentOf,
  platformInFull,
  RARITY_WORDS,
} from './cell-values';
import type { ClockTexts } from './clock-texts';
import type { Cell } from './csv-lines';
import { gameFacts, type GameFacts } from './game-facts';
import type { ExportedGame } from './library-to-export';
import { sheetOf } from './spreadsheet';

interface TrophyRow {
  name: string;
  facts: GameFacts;
  group: string;
  trophyId: number;
  /** Null where it is not here, and only what the player said of it is. */
  trophy: Trophy | null;
  annotated: Annotated;
  clock: ClockTexts;
}

const ofTrophy =
  (value: (trophy: Trophy) => Cell) =>
  ({ trophy }: TrophyRow): Cell =>
    trophy === null ? null : value(trophy);
const ofAnnotated =
  (value: (annotated: Annotated) => Cell) =>
  ({ annotated }: TrophyRow): Cell =>
    value(annotated);

/** The first are called as another program, PlayniteAchievements, calls them: whoever reads its files reads these. */
const COLUMNS = {
  GameName: ({ name }: TrophyRow) => name,
  Platform: ({ facts }: TrophyRow) => inOneCell(facts.platforms.map(platformInFull)),
  ApiName: ({ trophyId }: TrophyRow) => trophyId,
  AchievementName: ofTrophy(({ name }) => name),
  Description: ofTrophy(({ detail }) => detail),
  Points: ofTrophy(pointsOfOne),
  Category: ({ group }: TrophyRow) => group,
  CategoryType: ofTrophy(({ groupId }) =>
    groupId === null ? null : groupId === BASE_GROUP ? 'Base' : 'DLC',
  ),
  TrophyType: ofTrophy(({ grade }) => (grade === null ? null : GRADE_WORDS[grade])),
  GlobalPercentUnlocked: ofTrophy((trophy) => percentOf(trophy.rates.at(-1)?.rate)),
  Rarity: ofTrophy((trophy) => {
    const rate = trophy.rates.at(-1)?.rate;
    return rate === undefined ? null : RARITY_WORDS[rarityBandOf(rate)];
  }),
  PercentWhenUnlocked: ({ trophy, clock }: TrophyRow) => {
    const at = clock.known(trophy?.earnedAt);
    return at === null ? null : percentOf(rateWhenEarned(trophy?.rates ?? [], at)?.rate);
  },
  Hidden: ofTrophy(({ hidden }) => hidden),
  Unlocked: ofTrophy(({ earned }) => earned),
  UnlockTimeUtc: ({ trophy, clock }: TrophyRow) => clock.utc(trophy?.earnedAt ?? null),
  UnlockTimeLocal: ({ trophy, clock }: TrophyRow) => clock.local(trophy?.earnedAt ?? null),
  TimeZone: ({ clock }: TrophyRow) => clock.zone,
  Progress: ofTrophy(({ progress }) => progress),
  Target: ofTrophy(({ target }) => target),
  Reward: ofTrophy(({ rewardName }) => rewardName),
  Icon: ofTrophy(({ iconUrl }) => iconUrl),
  Note: ofAnnotated(({ note }) => note),
  Pinned: ofAnnotated(({ pinned }) => pinned),
  Missable: ofAnnotated(({ missable }) => missable),
  Online: ofAnnotated(({ online }) => online),
  Story: ofAnnotated(({ story }) => story),
  Unobtainable: ofAnnotated(({ unobtainable }) => unobtainable),
  np_communication_id: ({ facts }: TrophyRow) => ID_CELLS.np_communication_id(facts),
  np_title_id: ({ facts }: TrophyRow) => ID_CELLS.np_title_id(facts),
  psn_concept_id: ({ facts }: TrophyRow) => ID_CELLS.psn_concept_id(facts),
};

export type TrophyColumn = keyof typeof COLUMNS;
export const TROPHY_COLUMNS = Object.keys(COLUMNS) as TrophyColumn[];

/** A row for each trophy that is here, or that the player has said something of: `trophies.csv`. */
export const trophiesSheet = sheetOf<TrophyColumn, TrophyRow>(COLUMNS, (games, clock) =>
  games.flatMap((game) => rowsOfGame(game, clock)),
);

function rowsOfGame(game: ExportedGame, clock: ClockTexts): TrophyRow[] {
  const { set, title, annotations } = game;
  const of = { name: title.name, facts: gameFacts([game], clock), clock };
  const groups = new Map(set?.groups.map(({ groupId, name }) => [groupId, name]));
  const annotated = new Map(annotations.map((each) => [each.trophyId, each]));
  const trophies = set?.trophies.map((trophy) => ({
    ...{ ...of, trophy, trophyId: trophy.trophyId },
    group: trophy.groupId === null ? '' : (groups.get(trophy.groupId) ?? ''),
    annotated: annotated.get(trophy.trophyId) ?? NOT_ANNOTATED,
  }));
  const alone = annotationsAlone(game).map((each) => {
    return { ...of, trophy: null, trophyId: each.trophyId, group: '', annotated: each };
  });
  return [...(trophies ?? []), ...alone];
}

function pointsOfOne({ grade }: Trophy): number | null {
  return grade === null ? null : pointsOf({ ...noTrophies(), [grade]: 1 });
}
