import { expect, test } from 'vitest';
import { onceKnown } from '@/components/app/once-known';

test('what was found first stays, and until then is looked for', () => {
  const said = [null, 'first', null, 'later'];
  const find = onceKnown(() => said.shift() ?? null);
  expect([find(), find(), find(), find()]).toEqual([null, 'first', 'first', 'first']);
});
