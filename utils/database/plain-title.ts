import { UNOBTAINABLE_KINDS } from '../domain/library/game-marks';
import { GAME_STATUSES } from '../domain/library/game-status';
import { isUnseen } from '../domain/library/name-line';
import type { BaseState } from '../domain/trophies/trophy-set';
import { CHOICES, TEXT_ANSWERS, type LibraryTitle } from '../domain/library/title';
import { NEWS_LISTS } from '../domain/sync/sync-run';

type Check = (value: unknown) => boolean;

/** Every field of a shape, also those that may be missing: what is added to one is missed here by the compiler. */
type Fields<Shape> = { [Field in keyof Shape]-?: Check };

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => Number.isFinite(value);
const isNull: Check = (value) => value === null;
const isMissing: Check = () => false;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const upTo = (most: number): Check =>
  orNull((value) => number(value) && (value as number) >= 0 && (value as number) <= most);

function having<Shape>(fields: Fields<Shape>, mayLack: readonly (keyof Shape)[] = []): Check {
  const each = Object.entries(fields) as [keyof Shape & string, Check][];
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    each.every(([name, check]) =>
      name in value ? check((value as Shape)[name]) : mayLack.includes(name),
    );
}

type Title = Required<LibraryTitle>;
type Fetched = Required<LibraryTitle['fetched']>;

const count = upTo(1_000_000_000);
const percent = upTo(100);
const counts = having<Title['earned']>({
  ...{ bronze: count, silver: count, gold: count, platinum: count },
});

const plain = having<LibraryTitle>(
  {
    ...{ npCommunicationId: text, npServiceName: text, name: text, language: text },
    ...{ platforms: listOf(text), iconUrl: orNull(text), trophySetVersion: text },
    ...{ groupCount: count, defined: counts, earned: counts, progress: percent },
    ...{ hidden: flag, lastUpdatedAt: number, lastPlayedAt: number },
    lastPlayedSource: oneOf(['played-list', 'trophy-list']),
    ...{ playSeconds: count, isPlaytimePartial: flag, isPlus: orNull(flag) },
    ...{ choice: oneOf(CHOICES), status: oneOf(GAME_STATUSES), hide: flag },
    ...{ unobtainable: oneOf(UNOBTAINABLE_KINDS), tags: listOf(text) },
    absence: orNull(having<NonNullable<Title['absence']>>({ missedAt: number, isSure: flag })),
    fetched: having<LibraryTitle['fetched']>(
      {
        ...{ definitions: orNull(text), groups: orNull(text), earned: orNull(text) },
        ...{ at: orNull(number), agreedUntil: orNull(number), definitionsAt: orNull(number) },
        ...{ language: text, groupsAt: orNull(number), incomplete: listOf(oneOf(TEXT_ANSWERS)) },
        // What Sony refused, or said only half of, is read by the schema: few games have that.
        ...{ refusal: isNull, groupsRefusal: isNull },
        short: having<Fetched['short']>({ definitions: isMissing, earned: isMissing }, [
          ...(['definitions', 'earned'] as const),
        ]),
      },
      ['short'],
    ),
    tally: orNull(
      having<NonNullable<Title['tally']>>(
        {
          ...{ lastEarnedAt: orNull(number), platinumAt: orNull(number) },
          ...{ completedAt: orNull(number), rarestEarned: upTo(1_000) },
          ...{ lacksRate: oneOf([true]), leftToPlatinum: count },
          base: having<BaseState>({ done: flag, at: orNull(number) }),
        },
        ['lacksRate', 'base'],
      ),
    ),
    open: text,
    lastKnown: having<Title['lastKnown']>({
      ...{ defined: counts, earned: counts, progress: percent },
    }),
    reported: having<Title['reported']>({ startedAt: number, lists: listOf(oneOf(NEWS_LISTS)) }),
    revisedAt: number,
  },
  ['status', 'hide', 'unobtainable', 'tags', 'open', 'lastKnown', 'reported', 'revisedAt'],
);

/**
 * True of a stored row that its schema would hand back as it is. In no more bytes than a page waits for before it draws
 * anything: a test holds it to the schema. Whatever else a row may be is read by that.
 */
export function isPlainTitle(row: unknown): row is LibraryTitle {
  if (!plain(row)) return false;
  const { name, platforms } = row as LibraryTitle;
  const isEachSeen = platforms.every((platform) => !isUnseen(platform));
  return !isUnseen(name) && isEachSeen && new Set(platforms).size === platforms.length;
}
