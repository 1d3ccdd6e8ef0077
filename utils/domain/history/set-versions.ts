import { isSameRow } from '../library/same-row';
import type { Title } from '../library/title';
import { sumOfGrades } from '../trophies/grades';
import {
  BASE_GROUP,
  type Trophy,
  type TrophyDefinition,
  type TrophyGroup,
} from '../trophies/trophy-set';

type Change<Value> = [before: Value, after: Value];

/** What of a title may become another, whoever plays it. */
const TITLE_FIELDS = ['name', 'platforms', 'trophySetVersion', 'defined', 'iconUrl'] as const;
type TitleField = (typeof TITLE_FIELDS)[number];
export type TitleChanges = { [Field in TitleField]?: Change<Title[Field]> };

/** What of a trophy is worth remembering. */
export const TROPHY_FIELDS = ['name', 'detail', 'iconUrl', 'grade', 'groupId'] as const;
export type TrophyField = (typeof TROPHY_FIELDS)[number];
/**
 * As a tuple: a set can change in a hundred places. `after` is null where the trophy, or its picture, is gone; the name
 * before is empty where the trophy was not there.
 */
export type TrophyChange = [
  trophyId: number,
  field: TrophyField,
  before: string,
  after: string | null,
];
/** An add-on that was called otherwise; `after` is null where it is gone. */
export type GroupChange = [groupId: string, before: string, after: string | null];

/** What a set was before, with what it became, and when that was seen. */
export interface SetVersion {
  npCommunicationId: string;
  seenAt: number;
  /** The language of the texts. */
  language: string;
  title: TitleChanges;
  trophies: TrophyChange[];
  /** Not there where none has changed. */
  groups?: GroupChange[];
}

/** Sony translates names, and pictures too: only what was asked for in one language can be compared. */
const IN_A_LANGUAGE: readonly TitleField[] = ['name', 'iconUrl'];

/** What Sony says otherwise of a title than before. What one of both does not know is no change. */
export function titleChanges(before: Title, after: Title): TitleChanges {
  const isOneLanguage = before.language === after.language;
  const changed = TITLE_FIELDS.filter(
    (field) =>
      (isOneLanguage || !IN_A_LANGUAGE.includes(field)) &&
      isKnown(before, field) &&
      isKnown(after, field) &&
      !isSameRow({ value: inAnyOrder(before[field]) }, { value: inAnyOrder(after[field]) }),
  );
  return Object.fromEntries(changed.map((field) => [field, [before[field], after[field]]]));
}

/** A game does not move by the order in which its platforms are named. */
function inAnyOrder(value: Title[TitleField]): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

/** A title without a name goes by its id. */
function isKnown(title: Title, field: TitleField): boolean {
  if (field === 'name') return title.name !== title.npCommunicationId;
  if (field === 'defined') return sumOfGrades(title.defined) !== null;
  const value = title[field];
  return Array.isArray(value) ? value.length > 0 : value !== '' && value !== null;
}

/**
 * What is otherwise on a set's trophies than before, both in one language. Of a new trophy that is its name.
 * @param isWhole those before were all: of some nobody knows which are new
 */
export function trophyChanges(
  before: readonly Trophy[],
  after: readonly TrophyDefinition[],
  isWhole: boolean,
): TrophyChange[] {
  const now = new Map(after.map((trophy) => [trophy.trophyId, trophy]));
  const changed = before.flatMap((trophy) => {
    const { trophyId } = trophy;
    const next = now.get(trophyId);
    return TROPHY_FIELDS.flatMap((field): TrophyChange[] => {
      const [former, latter] = [trophy[field], next?.[field] ?? null];
      const isSame = former === latter || former === null || former === '';
      return isSame ? [] : [[trophyId, field, former, latter]];
    });
  });
  if (!isWhole) return changed;
  for (const { trophyId } of before) now.delete(trophyId);
  for (const [trophyId, { name }] of now) changed.push([trophyId, 'name', '', name]);
  return changed;
}

/** What add-ons are called otherwise than before, both in one language. The base game is called what the game is. */
export function groupChanges(
  before: readonly TrophyGroup[],
  after: readonly TrophyGroup[],
): GroupChange[] {
  const now = new Map(after.map(({ groupId, name }) => [groupId, name]));
  return before.flatMap(({ groupId, name }): GroupChange[] => {
    const latter = now.get(groupId) ?? null;
    const isSame = name === latter || name === '' || groupId === BASE_GROUP;
    return isSame ? [] : [[groupId, name, latter]];
  });
}
