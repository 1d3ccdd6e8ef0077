/** What a trophy is like, by the player's word: it can be missed for good, needs a connection, comes with the story. */
export const TROPHY_TYPES = ['missable', 'online', 'story'] as const;
export type TrophyType = (typeof TROPHY_TYPES)[number];

/** What the player noted of a trophy, which may be of several types. Sony never sees it. */
export interface Annotated extends Record<TrophyType, boolean> {
  /** Empty where there is none. */
  note: string;
  pinned: boolean;
  /** It is not to be had any more. */
  unobtainable: boolean;
}

interface OfTrophy {
  npCommunicationId: string;
  trophyId: number;
}

export type TrophyAnnotation = OfTrophy & Annotated;

/** What of it becomes another; the rest stays as it is, whatever the player has just said of that. */
export type AnnotationChange = OfTrophy & Partial<Annotated>;

export const NOT_ANNOTATED: Annotated = {
  note: '',
  pinned: false,
  unobtainable: false,
  missable: false,
  online: false,
  story: false,
};

export function typesIn(annotated: Annotated): TrophyType[] {
  return TROPHY_TYPES.filter((type) => annotated[type]);
}

/** A note is a line or two, not a guide. */
export const LONGEST_NOTE = 2_000;
