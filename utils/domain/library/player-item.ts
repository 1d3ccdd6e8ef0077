import { CHOICES, type Choice } from './title';
import type { TrophyAnnotation } from '../trophies/trophy-annotation';

/** The trophy id of what is said of a whole set. */
export const WHOLE_SET = -1;

/** What a thing that the player made can say, by its kind. */
export interface PlayerValues {
  /** Whether a title's trophies are fetched, as the player picked it. */
  choice: Choice;
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

/** An item that says something which this build knows. */
export type KnownItem = {
  [Kind in PlayerItemKind]: PlayerItem<Kind> & { value: PlayerValues[Kind] };
}[PlayerItemKind];

/** The items that say something, without the deletions, and without what only a later build knows. */
export function knownItems(stored: readonly StoredItem[]): KnownItem[] {
  return stored.flatMap(({ kind, value, ...rest }): KnownItem[] => {
    const choice = CHOICES.find((each) => each === value);
    if (kind === 'choice') return choice === undefined ? [] : [{ ...rest, kind, value: choice }];
    if (kind === 'note') return typeof value === 'string' ? [{ ...rest, kind, value }] : [];
    return kind === 'pin' && value === true ? [{ ...rest, kind, value }] : [];
  });
}

/** What was noted of each trophy: notes and pins together. */
export function annotationsIn(items: readonly StoredItem[]): TrophyAnnotation[] {
  const annotations = new Map<string, TrophyAnnotation>();
  for (const { kind, npCommunicationId, trophyId, value } of knownItems(items)) {
    if (kind === 'choice') continue;
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
