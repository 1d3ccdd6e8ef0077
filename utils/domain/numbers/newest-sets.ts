import { PER_TROPHY, secondAt, type SetEarnings } from './earnings';

/** The sets of which the newest so many trophies are, each once, the one with the newest first. */
export function setsOfNewest(earnings: readonly SetEarnings[], count: number): string[] {
  const dated = earnings.flatMap(({ npCommunicationId, trophies }) =>
    Array.from({ length: trophies.length / PER_TROPHY }, (_, number) => ({
      npCommunicationId,
      second: secondAt(trophies, number * PER_TROPHY),
    })),
  );
  const newest = dated.sort((one, other) => other.second - one.second).slice(0, count);
  return [...new Set(newest.map(({ npCommunicationId }) => npCommunicationId))];
}
