import { isGoalEnd, type GoalEnd } from '../numbers/goal-end';
import { isGoal, type Goal } from '../numbers/goal-pace';
import { GAME_STATUSES, type GameStatus } from './game-status';
import { CHOICES, type Choice, type LibraryTitle } from './title';
import { NOT_ANNOTATED, TROPHY_TYPES, type TrophyAnnotation } from '../trophies/trophy-annotation';
import type { TrophySet } from '../trophies/trophy-set';
import { unobtainableIn } from '../trophies/unobtainable';

/** The trophy id of what is said of a whole set. */
export const WHOLE_SET = -1;
/** The npCommunicationId of what is said of no set; its trophy id tells one such thing from another. */
export const NO_SET = '';

/** What a thing that the player made can say, by its kind. */
export interface PlayerValues {
  /** Whether a title's trophies are fetched, as the player picked it. */
  choice: Choice;
  /** What they do with a game. */
  status: GameStatus;
  /** A game that they do not want to see. */
  hide: true;
  /** A trophy that is not to be had any more; of a whole set: none of them. */
  unobtainable: true;
  /** Their own words for a game. */
  tags: string[];
  /** What they noted of a trophy. */
  note: string;
  /** A trophy that they pinned. */
  pin: true;
  /** A trophy that can be missed, needs a connection, comes with the story: an item each, so that each is merged. */
  missable: true;
  online: true;
  story: true;
  /** What they do not want to be told to play next: a trophy, or a game. Until that instant; null for good. */
  'not-this': { until: number | null };
  /** What they want to have by a day. */
  goal: Goal;
  /** How one ended. No player makes it, but no later answer of Sony's undoes it either. */
  'goal-end': GoalEnd;
}

export type PlayerItemKind = keyof PlayerValues;

/** One thing that the player made. No answer of Sony's writes it. */
export interface PlayerItem<Kind extends PlayerItemKind = PlayerItemKind> {
  kind: Kind;
  npCommunicationId: string;
  /** `WHOLE_SET` where it is about the title itself. */
  trophyId: number;
  /** Null where it was deleted: a deletion is kept too. */
  value: PlayerValues[Kind] | null;
  /** Grows with every change, and with time: see `versionAfter`. */
  version: number;
  /** The install that changed it last. */
  device: string;
  /** Of a deletion when it was made, by that device's clock; an earlier build did not say. */
  deletedAt?: number | undefined;
}

/** The same as it is found: maybe of a kind, or with a value, that only a later build knows. */
export interface StoredItem extends Omit<PlayerItem, 'kind' | 'value'> {
  kind: string;
  value: unknown;
}

/** What the player has said of a title, as its row has it too. */
export type TitleMarks = Partial<
  Pick<LibraryTitle, 'choice' | 'status' | 'hide' | 'unobtainable' | 'tags'>
>;

/** An item that says something which this build knows. */
export type KnownItem = {
  [Kind in PlayerItemKind]: PlayerItem<Kind> & { value: PlayerValues[Kind] };
}[PlayerItemKind];

type Reader<Value> = (value: unknown) => Value | undefined;

const isTrue: Reader<true> = (value) => (value === true ? true : undefined);

/** What a value says, or nothing that this build knows. */
const READERS: { [Kind in PlayerItemKind]: Reader<PlayerValues[Kind]> } = {
  choice: (value) => CHOICES.find((each) => each === value),
  status: (value) => GAME_STATUSES.find((each) => each === value),
  hide: isTrue,
  unobtainable: isTrue,
  tags: (value) => (Array.isArray(value) && value.every(isText) ? [...new Set(value)] : undefined),
  note: (value) => (isText(value) ? value : undefined),
  pin: isTrue,
  missable: isTrue,
  online: isTrue,
  story: isTrue,
  'not-this': (value) => (isNotThis(value) ? { until: value.until } : undefined),
  goal: (value) => (isGoal(value) ? value : undefined),
  'goal-end': (value) => (isGoalEnd(value) ? value : undefined),
};

/** What is true of a trophy by its kind. */
const FLAGS = ['unobtainable', ...TROPHY_TYPES] as const;

/** What is said of a title, and copied to its row. */
const OF_TITLES = ['choice', 'status', 'hide', 'tags'] as const;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNotThis(value: unknown): value is PlayerValues['not-this'] {
  const { until = undefined } = (value ?? {}) as { until?: unknown };
  return until === null || Number.isFinite(until);
}

function isKind(kind: string): kind is PlayerItemKind {
  return Object.hasOwn(READERS, kind);
}

/** The items that say something, without the deletions, and without what only a later build knows. */
export function knownItems(stored: readonly StoredItem[]): KnownItem[] {
  return stored.flatMap(({ kind, value, ...rest }) => {
    const said = isKind(kind) ? READERS[kind](value) : undefined;
    return said === undefined ? [] : [{ ...rest, kind, value: said } as KnownItem];
  });
}

/**
 * What the items say of titles, as these have it.
 * @param setOf a title's trophies, where they are known: they tell what its platinum needs
 */
export function marksIn(
  items: readonly StoredItem[],
  setOf: (npCommunicationId: string) => TrophySet | null = () => null,
): Map<string, TitleMarks> {
  const marks = new Map<string, TitleMarks>();
  const unobtainable = new Map<string, Set<number>>();
  for (const { kind, npCommunicationId: id, trophyId, value } of knownItems(items)) {
    if (kind === 'unobtainable') {
      unobtainable.set(id, (unobtainable.get(id) ?? new Set<number>()).add(trophyId));
    } else if (trophyId === WHOLE_SET && OF_TITLES.some((each) => each === kind)) {
      marks.set(id, { ...marks.get(id), [kind]: value });
    }
  }
  for (const [id, marked] of unobtainable) {
    const isGame = marked.delete(WHOLE_SET);
    const how = unobtainableIn(marked, isGame, setOf(id));
    if (how !== null) marks.set(id, { ...marks.get(id), unobtainable: how });
  }
  return marks;
}

/** The title with these marks and no others; what is picked only for a start is no mark of the player's. */
export function withMarks(title: LibraryTitle, marks: TitleMarks = {}): LibraryTitle {
  const marked: LibraryTitle = { ...title };
  delete marked.status;
  delete marked.hide;
  delete marked.unobtainable;
  delete marked.tags;
  return { ...marked, ...marks };
}

/** What was noted of each trophy: its note, its pin, that it is not to be had, and its types, together. */
export function annotationsIn(items: readonly StoredItem[]): TrophyAnnotation[] {
  const annotations = new Map<string, TrophyAnnotation>();
  for (const item of knownItems(items)) {
    const { npCommunicationId, trophyId } = item;
    if (trophyId === WHOLE_SET) continue;
    const key = `${npCommunicationId} ${String(trophyId)}`;
    const before = annotations.get(key) ?? { ...NOT_ANNOTATED, npCommunicationId, trophyId };
    const after = withItem(before, item);
    if (after !== before) annotations.set(key, after);
  }
  return [...annotations.values()];
}

/** The annotation itself where the item says nothing of a trophy. */
function withItem(annotation: TrophyAnnotation, { kind, value }: KnownItem): TrophyAnnotation {
  if (kind === 'note') return { ...annotation, note: value };
  if (kind === 'pin') return { ...annotation, pinned: true };
  const flag = FLAGS.find((each) => each === kind);
  return flag === undefined ? annotation : { ...annotation, [flag]: true };
}
