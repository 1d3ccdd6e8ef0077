/** The year that an instant is in, where the reader is. */
export function yearOf(instant: number): number {
  return new Date(instant).getFullYear();
}
