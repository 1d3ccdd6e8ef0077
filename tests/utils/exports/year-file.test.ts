import { expect, test } from 'vitest';
import type { YearFigures } from '@/utils/domain/numbers/year-figures';
import { readYearFile, yearFileText } from '@/utils/exports/year-file';
import { aYear } from '../../support/a-year.ts';

const MADE = {
  ...{ product: '1.2.3', at: Date.UTC(2026, 11, 31, 12), zone: 'Europe/Berlin' },
  account: 'Night_Cabinet',
};
const NAMED = { npCommunicationId: 'NPWR00001_00', name: '終わりのない\n"冒険"' };

function textOf(figures: YearFigures, tells: boolean): Promise<string> {
  const account = tells ? MADE.account : null;
  return yearFileText(figures, { ...MADE, account, gameOf: () => (tells ? NAMED : null) });
}

test('a year is read back as it was written, with names and without', async () => {
  const figures = aYear();
  const named = await textOf(figures, true);
  const [head, ...lines] = named
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(head).toEqual({
    ...{ schema: 'trophy-shelf-year', version: 1, date: '2026-12-31T12:00:00.000Z' },
    ...{ product: '1.2.3', account: 'Night_Cabinet', tables: ['year', 'yearGames'] },
  });
  expect(lines).toHaveLength(figures.games.length + 2);
  expect(lines.at(-1)).toMatchObject({ counts: { year: 1, yearGames: figures.games.length } });

  const file = await readYearFile(named);
  expect(file).toMatchObject({
    ...{ account: 'Night_Cabinet', madeAt: MADE.at },
    year: {
      ...{ year: 2026, trophies: figures.earned.trophies, zone: 'Europe/Berlin' },
      until: figures.end,
    },
  });
  expect(typeof file === 'string' ? [] : file.games[0]).toMatchObject(NAMED);

  const without = await textOf(figures, false);
  for (const told of ['Night_Cabinet', 'NPWR', '冒険']) expect(without).not.toContain(told);
  expect(await readYearFile(without)).toMatchObject({ account: null });
});

test('what is not ours, newer, truncated or damaged is refused, and nothing of it is read', async () => {
  const text = await textOf(aYear(), true);
  const lines = text.split('\n');
  const without = (at: number): string => lines.filter((_, index) => index !== at).join('\n');
  expect(await readYearFile('')).toBe('not-ours');
  expect(await readYearFile('{"schema":"other"}\n')).toBe('not-ours');
  expect(await readYearFile(text.replace('"version":1', '"version":2'))).toBe('newer');
  expect(await readYearFile(lines.slice(0, -2).join('\n'))).toBe('truncated');
  expect(await readYearFile(without(2))).toBe('damaged');
  expect(await readYearFile(text.replace('"points":', '"points":1'))).toBe('damaged');
  expect(await readYearFile(text.replace('Night_Cabinet', 'Somebody'))).toBe('damaged');
});
