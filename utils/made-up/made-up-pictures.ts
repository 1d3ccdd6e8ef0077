/** How many signs there are to draw a trophy with, besides the platinum's. */
export const SIGNS = 15;

/** Where the picture of a game is, drawn by us: `npm run pictures:made-up` makes all of these. */
export function coverOf(index: number): string {
  return `/made-up/cover-${String(index + 1).padStart(2, '0')}.svg`;
}

/** Where the picture of a trophy is, by its sign; 0 is the platinum's. */
export function trophyPicture(sign: number, grade: string): string {
  return `/made-up/trophy-${String(sign)}-${grade}.svg`;
}
