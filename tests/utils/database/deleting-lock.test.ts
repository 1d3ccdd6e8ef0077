import { expect, test, vi } from 'vitest';
import { whileNoneIsDeleted, whileNoneIsOpened } from '@/utils/database/deleting-lock';

const LONG = 60_000;

function gated(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('nothing is deleted while a database is looked up and opened', async () => {
  const gate = gated();
  const opening = whileNoneIsDeleted(() => gate.opened);
  const remove = vi.fn(() => Promise.resolve());
  const deleting = whileNoneIsOpened(remove, LONG);
  await settled();
  expect(remove).not.toHaveBeenCalled();

  gate.open();
  await Promise.all([opening, deleting]);
  expect(remove).toHaveBeenCalledOnce();
});

test('none is looked up while another is deleted, and two are opened at once', async () => {
  const gate = gated();
  const deleting = whileNoneIsOpened(() => gate.opened, LONG);
  const first = gated();
  const opened = [vi.fn(() => first.opened), vi.fn(() => Promise.resolve(first.open()))];
  const opening = opened.map((open) => whileNoneIsDeleted(open));
  await settled();
  expect(opened[0]).not.toHaveBeenCalled();

  gate.open();
  // The first is let go by the second: one after the other they would wait for ever.
  await Promise.all([deleting, ...opening]);
});

test('an opening that does not end holds up no deletion for longer than it has patience', async () => {
  const gate = gated();
  const opening = whileNoneIsDeleted(() => gate.opened);
  const remove = vi.fn(() => Promise.resolve());

  await whileNoneIsOpened(remove, 20);

  expect(remove).toHaveBeenCalledOnce();
  gate.open();
  await opening;
});

test('a deletion that fails is not tried twice', async () => {
  const remove = vi.fn(() => Promise.reject(new Error('blocked')));

  await expect(whileNoneIsOpened(remove, LONG)).rejects.toThrow('blocked');

  expect(remove).toHaveBeenCalledOnce();
});
