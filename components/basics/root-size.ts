/** How many pixels a rem is. */
export function rootSize(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
