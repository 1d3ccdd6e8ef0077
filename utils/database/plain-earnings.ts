import { PER_TROPHY, type SetEarnings } from '../domain/numbers/earnings';

/** True of a stored row that its schema would hand back as it is: a test holds it to that. */
export function isPlainEarnings(row: unknown): row is SetEarnings {
  const { npCommunicationId, trophies, lastAt, baseDoneAt } = (row ?? {}) as Record<
    string,
    unknown
  >;
  return (
    typeof npCommunicationId === 'string' &&
    typeof trophies === 'string' &&
    trophies.length % PER_TROPHY === 0 &&
    [lastAt, baseDoneAt].every((second) => second === null || Number.isFinite(second))
  );
}
