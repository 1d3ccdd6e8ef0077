import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Select from '@/components/basics/Select.svelte';

const options = [
  { value: null, name: 'No colour' },
  { value: 3, name: 'Red' },
  { value: 7, name: 'Blue' },
];

test('hands on what was chosen, be it none', async () => {
  const chosen: (number | null)[] = [];
  const { getByRole, rerender } = await render(Select<number | null>, {
    label: 'Colour',
    options,
    value: 3,
    onchoose: (value: number | null) => void chosen.push(value),
  });
  const select = getByRole('combobox', { name: 'Colour' });
  await expect.element(select).toHaveDisplayValue('Red');

  await select.selectOptions('Blue');
  await rerender({ value: 7 });
  await select.selectOptions('No colour');

  expect(chosen).toEqual([7, null]);
});

test('shows what is kept again where another choice could not be', async () => {
  const { getByRole } = await render(Select<number | null>, {
    label: 'Colour',
    options,
    value: 3,
    onchoose: () => Promise.resolve(false),
  });

  await getByRole('combobox').selectOptions('Blue');

  await expect.element(getByRole('combobox')).toHaveDisplayValue('Red');
});

test('shows what is kept also where the player has chosen that before, and something else came since', async () => {
  const { getByRole, rerender } = await render(Select<number | null>, {
    ...{ label: 'Colour', options, value: null, onchoose: () => undefined },
  });
  const select = getByRole('combobox');
  await select.selectOptions('Blue');
  await rerender({ value: 7 });
  await rerender({ value: null });
  await expect.element(select).toHaveDisplayValue('No colour');

  await rerender({ value: 7 });
  await expect.element(select).toHaveDisplayValue('Blue');

  await rerender({ options: [{ value: 5, name: 'Green' }, ...options] });
  await expect.element(select).toHaveDisplayValue('Blue');
});
