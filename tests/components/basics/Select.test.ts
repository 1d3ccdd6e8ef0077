import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Select from '@/components/basics/Select.svelte';

const options = [
  { value: null, name: 'No status' },
  { value: 3, name: 'Playing' },
  { value: 7, name: 'Done' },
];

test('hands on what was chosen, be it none', async () => {
  const chosen: (number | null)[] = [];
  const { getByRole, rerender } = await render(Select<number | null>, {
    label: 'Your status',
    options,
    value: 3,
    onchoose: (value: number | null) => void chosen.push(value),
  });
  const select = getByRole('combobox', { name: 'Your status' });
  await expect.element(select).toHaveDisplayValue('Playing');

  await select.selectOptions('Done');
  await rerender({ value: 7 });
  await select.selectOptions('No status');

  expect(chosen).toEqual([7, null]);
});

test('shows what is kept again where another choice could not be', async () => {
  const { getByRole } = await render(Select<number | null>, {
    label: 'Your status',
    options,
    value: 3,
    onchoose: () => Promise.resolve(false),
  });

  await getByRole('combobox').selectOptions('Done');

  await expect.element(getByRole('combobox')).toHaveDisplayValue('Playing');
});
