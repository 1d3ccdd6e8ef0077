import { isSameRow } from '../library/same-row';
import type { Title } from '../library/title';
import { sumOfGrades } from '../trophies/grades';
import type { Trophy, TrophyDefinition } from '../trophies/trophy-set';

type Change<Value> = [before: Value, after: Value];

/** What of a title may become another, whoever plays it. */
const TITLE_FIELDS = ['name', 'platforms', 'trophySetVersion', 'defined', 'iconUrl'] as const;
type TitleField = (typeof TITLE_FIELDS)[number];
export type TitleChanges = { [Field in TitleField]?: Change<Title[Field]> };

/** What of a trophy is worth remembering. */
export const TROPHY_FIELDS = ['name', 'detail', 'iconUrl'] as const;
export type TrophyField = (typeof TROPHY_FIELDS)[number];
/** As a tuple: a set can change in a hundred places. `after` is null where the trophy, or its picture, is gone. */
export type TrophyChange = [
  trophyId: number,
  field: TrophyField,
  before: string,
  after: string | null,
];

/** What a set was before, with what it became, and when that was seen. */
export interface SetVersion {
  npCommunicationId: string;
  seenAt: number;
  /** The language of the texts. */
  language: string;
  title: TitleChanges;
  trophies: TrophyChange[];
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

/** What is written otherwise on a set's trophies than before, both in one language. A new trophy has no former text. */
export function trophyChanges(
  before: readonly Trophy[],
  after: readonly TrophyDefinition[],
): TrophyChange[] {
  const now = new Map(after.map((trophy) => [trophy.trophyId, trophy]));
  return before.flatMap((trophy) => {
    const { trophyId } = trophy;
    const next = now.get(trophyId);
    return TROPHY_FIELDS.flatMap((field): TrophyChange[] => {
      const [former, latter] = [trophy[field], next?.[field] ?? null];
      const isSame = former === latter || former === null || former === '';
      return isSame ? [] : [[trophyId, field, former, latter]];
    });
  });
}
