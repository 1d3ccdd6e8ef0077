/** What the player noted of a trophy. Sony never sees it. */
export interface TrophyAnnotation {
  npCommunicationId: string;
  trophyId: number;
  /** Empty where there is only a pin. */
  note: string;
  pinned: boolean;
}

/** A note is a line or two, not a guide. */
export const LONGEST_NOTE = 2_000;
