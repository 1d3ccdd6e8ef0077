/** Above every page while another library than the player's own is shown. */
export function libraryOf(owner: string): string {
  return `The library of ${owner}`;
}

export const ONLY_READ =
  'Kept here from another account, and only read: nothing in it changes, and nothing is asked of Sony for it.';
export const BACK_TO_MINE = 'Back to my library';
