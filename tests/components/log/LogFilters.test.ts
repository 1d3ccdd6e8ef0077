import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import LogFilters from '@/components/log/LogFilters.svelte';
import { logFilterOf, logQueryOf, type LogFilter } from '@/utils/domain/numbers/log-filter';
import * as words from '@/utils/words/en/log.json';
import { RARITY_BAND_NAMES } from '@/utils/words/rarity';
import { logOptionName } from '@/utils/words/log';
import { dayNumber } from '../../support/civil-days.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const GAMES = [
  { id: 'NPWR00001_00', name: 'Lantern' },
  { id: 'NPWR00002_00', name: 'Orchard' },
  { id: 'NPWR00003_00', name: 'Orchard' },
  { id: 'NPWR00004_00', name: 'Über Café™' },
];

/** What is asked for, as an address has it, after each choice. */
function open({ knowsThen = false, chosen = '' } = {}) {
  const span = { first: dayNumber('2025-12-31'), last: dayNumber('2026-10-25') };
  const asked: string[] = [];
  const props = {
    ...{ platforms: [], years: ['2026', '2025'], span, games: () => GAMES, counts: null },
    knowsThen,
    onfilter: (filter: LogFilter) => asked.push(logQueryOf(filter)),
  };
  return { asked, shown: render(LogFilters, { ...props, filter: logFilterOf(chosen) }) };
}

test('a month, an hour and a day are chosen', async () => {
  const { asked, shown } = open();
  await shown;
  const months = page.getByRole('combobox', { name: words.picks.month });
  const offered = [...(months.element() as HTMLSelectElement).options].map(({ text }) => text);
  expect(offered.slice(0, 2)).toEqual([words.choose, 'October 2026']);
  expect(offered.at(-1)).toBe('December 2025');
  await months.selectOptions('January 2026');
  await expect.poll(() => asked).toEqual(['month=2026-01']);
  // The next one is asked for again.
  await expect.element(months).toHaveDisplayValue(words.choose);

  await page
    .getByRole('combobox', { name: words.picks.hour })
    .selectOptions(logOptionName('hour', '2', 'en-US', () => null));
  await expect.poll(() => asked.at(-1)).toBe('hour=2');
  const day = page.getByLabelText(words.picks.day, { exact: true });
  await day.fill('2026-10-25');
  await userEvent.tab();
  await expect.poll(() => asked.at(-1)).toBe('day=2026-10-25');
  // Outside of the log there is no day.
  await day.fill('2027-10-25');
  await userEvent.tab();
  expect(asked).toHaveLength(3);
  await expectAccessible();
});

test('a game is found by a part of its name, with all of its editions', async () => {
  const { asked, shown } = open();
  await shown;
  const field = page.getByRole('combobox', { name: words.picks.game });
  await field.fill('r');
  await userEvent.keyboard('{Enter}');
  // Both games have that letter.
  expect(asked).toEqual([]);
  await field.fill('ORCH');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked).toEqual(['game=NPWR00002_00&game=NPWR00003_00']);
  await expect.element(field).toHaveValue('');
  await field.fill('Lantern');
  await userEvent.tab();
  await expect.poll(() => asked.at(-1)).toBe('game=NPWR00001_00');
});

test('a game is found as it is in the library, without its accents and signs', async () => {
  const { asked, shown } = open();
  await shown;
  await page.getByRole('combobox', { name: words.picks.game }).fill('uber cafe');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked).toEqual(['game=NPWR00004_00']);
});

test('a day is chosen once it is typed, and not by each key that makes one of it', async () => {
  const { asked, shown } = open();
  await shown;
  const day = page.getByLabelText(words.picks.day, { exact: true });
  const field = day.element() as HTMLInputElement;
  // The same day, whether months or days are typed first.
  const type = async (): Promise<void> => {
    field.focus();
    await userEvent.keyboard('10102026');
    await expect.element(day).toHaveValue('2026-10-10');
  };
  await type();
  expect(asked).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(asked).toEqual(['day=2026-10-10']);
  await expect.element(day).toHaveValue('');

  field.blur();
  await type();
  expect(asked).toHaveLength(1);
  field.blur();
  expect(asked).toEqual(['day=2026-10-10', 'day=2026-10-10']);
});

test('where it is known how rare trophies were when they were earned, that is chosen apart', async () => {
  const { asked, shown } = open({ knowsThen: true });
  await shown;
  const then = page.getByRole('group', { name: words.facets.then });
  const band = page.getByRole('group', { name: words.facets.band, exact: true });
  await then.getByRole('checkbox', { name: RARITY_BAND_NAMES.rare, exact: true }).click();
  await band.getByRole('checkbox', { name: RARITY_BAND_NAMES.rare, exact: true }).click();
  expect(asked).toEqual(['then=rare', 'band=rare']);
  await expectAccessible();
});

test('where it is known of none nothing is offered, and what an address asks for can be given up', async () => {
  const then = page.getByRole('group', { name: words.facets.then });
  await open().shown;
  await expect.element(then).not.toBeInTheDocument();
  const { asked, shown } = open({ chosen: 'then=rare' });
  await shown;
  await then.getByRole('checkbox').click();
  expect(asked).toEqual(['']);
});
