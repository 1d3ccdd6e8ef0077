import type { Answer } from './answer.ts';
import { serviceError } from './sony-errors.ts';

/** The data services' refusal; the moment to come back is in a header, in seconds since 1970. */
export function tooManyRequests(nextAvailable: number | null): Answer {
  return serviceError(
    'trophy',
    'rate-limit',
    'Rate limit exceeded',
    nextAvailable === null
      ? []
      : [['X-RateLimit-Next-Available', String(Math.ceil(nextAvailable / 1000))]],
  );
}
