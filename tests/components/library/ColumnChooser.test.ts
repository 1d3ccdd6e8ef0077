import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ColumnsButton from '@/components/library/ColumnsButton.svelte';
import { DEFAULT_COLUMNS, type ListColumn } from '@/utils/domain/library/list-columns';
import { CLOSE } from '@/utils/words/keyboard';
import { expectAccessible } from '../../support/expect-accessible.ts';
import * as said from '@/utils/words/en/library.json';

async function theChooser() {
  const onchoose = vi.fn<(columns: readonly ListColumn[]) => void>();
  const rendered = await render(ColumnsButton, { chosen: ['progress', 'rarest'], onchoose });
  await rendered.getByRole('button', { name: said.columns }).click();
  await expect.element(page.getByRole('dialog', { name: said.columns })).toBeVisible();
  return { ...rendered, onchoose };
}

test('columns are taken in and out', async () => {
  const { getByRole, onchoose } = await theChooser();
  await expect.element(getByRole('checkbox', { name: said.columnNames.rarest })).toBeChecked();
  await expectAccessible();

  await getByRole('checkbox', { name: said.columnNames.playtime }).click();
  expect(onchoose).toHaveBeenLastCalledWith(['progress', 'rarest', 'playtime']);
  await getByRole('checkbox', { name: said.columnNames.progress }).click();
  expect(onchoose).toHaveBeenLastCalledWith(['rarest']);
});

test('and moved, with the keyboard staying where it is', async () => {
  const { getByRole, onchoose, rerender } = await theChooser();
  const sooner = getByRole('button', { name: 'Move Rarest forward' });
  onchoose.mockImplementation((chosen) => void rerender({ chosen, onchoose }));
  (sooner.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(onchoose).toHaveBeenLastCalledWith(['rarest', 'progress']);
  await expect.element(sooner).toHaveFocus();
  // What is behind a dialog is not heard.
  const heard = getByRole('dialog').getByRole('status');
  await expect.element(heard).toHaveTextContent('Rarest: 1 of 2');
  await expect.element(sooner).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  expect(onchoose).toHaveBeenCalledTimes(1);
  await expect.element(sooner).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  const later = getByRole('button', { name: 'Move Rarest back' });
  await expect.element(later).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(heard).toHaveTextContent('Rarest: 2 of 2');
  await expect.element(later).toHaveAttribute('aria-disabled', 'true');
});

test('and ticked by the keyboard, which stays at the one that moves', async () => {
  const { getByRole, onchoose, rerender } = await theChooser();
  onchoose.mockImplementation((chosen) => void rerender({ chosen, onchoose }));
  const playtime = getByRole('checkbox', { name: said.columnNames.playtime });
  (playtime.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(playtime).toBeChecked();
  await expect.element(playtime).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.element(playtime).not.toBeChecked();
  await expect.element(playtime).toHaveFocus();
});

test('and are as at first again', async () => {
  const { getByRole, onchoose } = await theChooser();
  await getByRole('button', { name: said.usualColumns }).click();
  expect(onchoose).toHaveBeenLastCalledWith(DEFAULT_COLUMNS);
  const heard = getByRole('dialog').getByRole('status');
  await expect.element(heard).toMatchTextContent(/^Columns: \d+ of \d+$/);
  await getByRole('button', { name: CLOSE }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
