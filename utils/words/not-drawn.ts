/** What stands in the place of one thing of a list that could not be drawn. */
export const NOT_DRAWN = 'This one could not be shown. The fault is ours, the others are all here.';
