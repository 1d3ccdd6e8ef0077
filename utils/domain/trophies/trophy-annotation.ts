/** What the player noted of a trophy. Sony never sees it. */
export interface TrophyAnnotation {
  npCommunicationId: string;
  trophyId: number;
  /** Empty where there is none. */
  note: string;
  pinned: boolean;
  /** It is not to be had any more. */
  unobtainable: boolean;
}

/** A note is a line or two, not a guide. */
export const LONGEST_NOTE = 2_000;
