import { expect, test } from 'vitest';
import { whenPainted } from '@/components/app/interactions';
import { inTurn } from '@/components/app/turns';

const painted = (): Promise<void> => new Promise((resolve) => void whenPainted(resolve));

test('the first is drawn at once, and of the others one a frame, without who has given up', async () => {
  const drawn: string[] = [];
  const [, , giveUp] = ['one', 'two', 'three', 'four'].map((name) =>
    inTurn(() => drawn.push(name)),
  );
  giveUp?.();
  expect(drawn).toEqual(['one']);
  await painted();
  expect(drawn).toEqual(['one', 'two']);
  await painted();
  expect(drawn).toEqual(['one', 'two', 'four']);

  await painted();
  inTurn(() => drawn.push('five'));
  expect(drawn.at(-1)).toBe('five');
  await painted();
});
