import { test } from 'vitest';
import { isTold, passesUnnoticed, STOPPING } from '../journeys/titles-faults.ts';

test.each(['500', '503', 'truncated', 'dropped'] as const)(
  '%s on every page of titles costs nothing',
  (fault) => passesUnnoticed(fault),
);

test('silent on the first page is asked for half of it, and costs nothing', () =>
  passesUnnoticed('silent', [0]));

test.each(STOPPING)(
  '%s on the first page is told, keeps what is there and goes on',
  (fault, cause) => isTold(fault, cause, 0),
);
