import { test } from 'vitest';
import { isTold, passesUnnoticed, STOPPING } from '../journeys/titles-faults.ts';

test.each(['500', '503', 'truncated', 'dropped'] as const)(
  '%s on every page of titles costs nothing',
  (fault) => passesUnnoticed(fault),
);

/** Who has been silent for the whole time limit is not asked at once again. */
const ON_THE_FIRST = [...STOPPING, ['silent', 'no-answer'] as (typeof STOPPING)[number]];

test.each(ON_THE_FIRST)(
  '%s on the first page is told, keeps what is there and goes on',
  (fault, cause) => isTold(fault, cause, 0),
);
