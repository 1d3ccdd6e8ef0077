import { describe, expect, test } from 'vitest';
import { LIBRARY_COPY } from '@/utils/copy/copied-tables';
import { OLD_KEYS, LOCAL_KEYS } from '@/utils/browser/stored-keys';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { copyOf, fixtureRows, linesOfCopy } from '../../support/copies';
import { storedFixtures } from '../../support/stored-fixture';
import { shapesOfThisBuild } from '../../support/stored-shapes';

/** Tables that are no part of a copy: what follows from the others, and what a sync goes by while it runs. */
const LEFT_OUT = [
  ...['earnings', 'unreadRows', 'syncCursor', 'metRows', 'syncRequests', 'openedGames'],
  // No tables.
  ...['trophy', 'firstTrophy', 'group', 'connection', 'connectionEvent', 'snapshot', 'tables'],
  ...['copies', 'accountCopies'],
];

/** Settings that want a sign-in or a permission of this browser. */
const SETTINGS_LEFT_OUT = ['roams', 'renewal', 'warnings', 'news'];

const shapes = shapesOfThisBuild();

describe('a copy', () => {
  test('has every table, or it is said here why not', () => {
    expect([...Object.keys(LIBRARY_COPY.tables), ...LEFT_OUT].sort()).toStrictEqual(
      Object.keys(shapes).sort(),
    );
  });

  test.each(Object.entries(LIBRARY_COPY.tables))('has every column of %s', (table, form) => {
    const columns = new Set((shapes[table] ?? []).map((line) => line.split(/[.[:|]/)[0] ?? ''));
    const leftOut = table === 'settings' ? SETTINGS_LEFT_OUT : [];
    expect([...form.columns, ...leftOut].sort()).toStrictEqual([...columns].sort());
  });

  test.each(storedFixtures())('has no secret of what a build stored (%i)', async (_, stored) => {
    const { half, keyHalf, sealed, token } = stored.vault;
    const secrets = [half, keyHalf, sealed.iv, sealed.data, token];
    // Planted where none is, too: in each stored value, each table and each column that stays behind.
    const planted = 'v3.planted-secret';
    const library: Record<string, Record<string, unknown>[]> = Object.fromEntries(
      [...Object.keys(stored.library), 'tokens', 'keys'].map((table) => [
        table,
        (stored.library[table] ?? [{}]).map((row) => ({
          ...row,
          ...{ npsso: planted, refreshToken: planted, keyHalf: planted },
        })),
      ]),
    );
    for (const table of LEFT_OUT) library[table] = [{ id: planted }];
    const keys = [...LOCAL_KEYS, ...OLD_KEYS].filter((key) => key !== 'settings');
    const settings = { ...DEFAULT_SETTINGS, npsso: planted, renewal: planted };
    const local = { ...Object.fromEntries(keys.map((key) => [key, planted])), settings };
    const text = linesOfCopy(await copyOf(fixtureRows(library, local))).join('\n');

    for (const secret of [...secrets, planted]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
    }
    expect(text).not.toMatch(/npsso|token|secret"|password|cookie|keyHalf|sealed/i);
  });
});
