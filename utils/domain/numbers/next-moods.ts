import { NEXT_MOODS, type NextMood } from './next-reasons';

/** What an address asks for, in the order in which moods stand; what it does not know it leaves out. */
export function nextMoodsOf(query: string): NextMood[] {
  const asked = (new URLSearchParams(query).get('mood') ?? '').split(',');
  return NEXT_MOODS.filter((mood) => asked.includes(mood));
}

/** The query of an address that asks for these. */
export function nextQueryOf(moods: readonly NextMood[]): string {
  return moods.length === 0 ? '' : `mood=${moods.join(',')}`;
}

/** The moods with one more, or without it. */
export function withMood(moods: readonly NextMood[], mood: NextMood): NextMood[] {
  const isIn = moods.includes(mood);
  return NEXT_MOODS.filter((each) => (each === mood ? !isIn : moods.includes(each)));
}
