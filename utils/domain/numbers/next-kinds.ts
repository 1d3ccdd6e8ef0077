/** What of the player's items the list of what to play next is made of. */
export const NEXT_KINDS = ['not-this', 'pin', 'unobtainable'] as const;
