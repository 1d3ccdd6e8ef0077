/** What a trophy that is earned is called. */
export type EarnedName = readonly [trophyId: number, name: string];

/** Nothing where it is not earned, or cannot be read. */
export function earnedNameIn(stored: unknown): EarnedName[] {
  if (!Array.isArray(stored)) return [];
  const [trophyId, , , , name, , , earned] = stored as unknown[];
  const isNamed = typeof trophyId === 'number' && typeof name === 'string';
  return earned === 1 && isNamed ? [[trophyId, name]] : [];
}
