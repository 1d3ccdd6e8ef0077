import { expect, test } from 'vitest';
import { nameLine } from '@/utils/domain/library/name-line';

test.each([' ', '\u200f\u200b', '\u3000\u3164', '\u2800', '\u00ad\u034f'])(
  'there is nothing to see of %j',
  (name) => {
    expect(nameLine(name)).toBe('');
  },
);

test.each([
  [' A\u00a0\r\nB ', 'A B'],
  ['\u2800A', '\u2800A'],
  ['⠝⠁⠍⠑', '⠝⠁⠍⠑'],
])('%j is the name %j', (said, name) => {
  expect(nameLine(said)).toBe(name);
});
