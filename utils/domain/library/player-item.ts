import { GAME_STATUSES, type GameStatus } from './game-status';
import { CHOICES, type Choice } from './title';
import type { TrophyAnnotation } from '../trophies/trophy-annotation';

/** The trophy id of what is said of a whole set. */
export const WHOLE_SET = -1;

/** What a thing that the player made can say, by its kind. */
export interface PlayerValues {
  /** Whether a title's trophies are fetched, as the player picked it. */
  choice: Choice;
  /** What they do with a game. */
  status: GameStatus;
  /** What they noted of a trophy. */
  note: string;
  /** A trophy that they pinned. */
  pin: true;
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
  /** Grows with every change. */
  version: number;
  /** The install that changed it last. */
  device: string;
}

/** The same as it is found: maybe of a kind, or with a value, that only a later build knows. */
export interface StoredItem extends Omit<PlayerItem, 'kind' | 'value'> {
  kind: string;
  value: unknown;
}

/** What the player has said of a title, as its row has it too. */
export type TitleMarks = Partial<Pick<PlayerValues, 'choice' | 'status'>>;

/** An item that says something which this build knows. */
export type KnownItem = {
  [Kind in PlayerItemKind]: PlayerItem<Kind> & { value: PlayerValues[Kind] };
}[PlayerItemKind];

/** The items that say something, without the deletions, and without what only a later build knows. */
export function knownItems(stored: readonly StoredItem[]): KnownItem[] {
  return stored.flatMap(({ kind, value, ...rest }): KnownItem[] => {
    const choice = CHOICES.find((each) => each === value);
    if (kind === 'choice') return choice === undefined ? [] : [{ ...rest, kind, value: choice }];
    const status = GAME_STATUSES.find((each) => each === value);
    if (kind === 'status') return status === undefined ? [] : [{ ...rest, kind, value: status }];
    if (kind === 'note') return typeof value === 'string' ? [{ ...rest, kind, value }] : [];
    return kind === 'pin' && value === true ? [{ ...rest, kind, value }] : [];
  });
}

/** The items of these kinds that are about whole titles, as the titles have them. */
export function marksIn(items: readonly StoredItem[]): Map<string, TitleMarks> {
  const marks = new Map<string, TitleMarks>();
  for (const { kind, npCommunicationId: id, trophyId, value } of knownItems(items)) {
    if (trophyId !== WHOLE_SET || (kind !== 'choice' && kind !== 'status')) continue;
    marks.set(id, { ...marks.get(id), [kind]: value });
  }
  return marks;
}

/** What was noted of each trophy: notes and pins together. */
export function annotationsIn(items: readonly StoredItem[]): TrophyAnnotation[] {
  const annotations = new Map<string, TrophyAnnotation>();
  for (const { kind, npCommunicationId, trophyId, value } of knownItems(items)) {
    if (kind !== 'note' && kind !== 'pin') continue;
    const key = `${npCommunicationId} ${String(trophyId)}`;
    const annotation = annotations.get(key) ?? {
      npCommunicationId,
      trophyId,
      note: '',
      pinned: false,
    };
    const said = kind === 'pin' ? { pinned: value } : { note: value };
    annotations.set(key, { ...annotation, ...said });
  }
  return [...annotations.values()];
}
