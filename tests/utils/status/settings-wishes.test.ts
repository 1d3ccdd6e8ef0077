import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { installId } from '@/utils/browser/install-id';
import { settledOf } from '@/utils/domain/connection/connection';
import { DAMAGED } from '@/utils/domain/connection/unreadable-record';
import { nextCheckAt } from '@/utils/domain/connection/token-life';
import { parsedStatus } from '@/utils/status/parse';
import { settingsRecord } from '@/utils/status/write';
import { AN_ATTEMPT, aConnected } from '../../support/connections';

const NOW = 3_600_000;
const { local } = fakeBrowser.storage;

beforeEach(async () => {
  await local.clear();
  await installId();
});

test('renewal by itself is stored with the look that it asks for, in one write', async () => {
  await local.set({ connection: aConnected(), settings: { renewal: false } });
  const written = vi.spyOn(local, 'set');

  await settingsRecord.change({ renewal: true }, NOW);

  expect(written).toHaveBeenCalledOnce();
  const { connection, settings } = await parsedStatus();
  expect(settings.renewal).toBe(true);
  expect(connection.phase === 'connected' && nextCheckAt(connection.tokenLife)).toBe(NOW);
  written.mockRestore();
});

test('the same for a connection that an attempt may go back to', async () => {
  const attempt = { ...AN_ATTEMPT, phase: 'connecting', step: 'session', former: aConnected() };
  await local.set({ connection: attempt, settings: { renewal: false } });

  await settingsRecord.change({ renewal: true }, NOW);

  const settled = settledOf((await parsedStatus()).connection);
  expect(settled.phase === 'connected' && nextCheckAt(settled.tokenLife)).toBe(NOW);
});

test('and with nothing else where there is no connection, or none that can be read', async () => {
  for (const stored of [{}, { connection: { phase: 'beamed-up' } }] as Record<string, unknown>[]) {
    await local.clear();
    await local.set(stored);

    await settingsRecord.change({ renewal: true }, NOW);

    expect(await local.get(null)).toMatchObject(stored);
  }
  expect((await parsedStatus()).connection).toStrictEqual(DAMAGED);
});

test('what changes the plan of a sync is stored with the wish for another, in one write', async () => {
  const written = vi.spyOn(local, 'set');

  await settingsRecord.change({ everyGame: true }, NOW);

  expect(written).toHaveBeenCalledOnce();
  expect(await local.get(['everyGameChanged'])).toStrictEqual({ everyGameChanged: true });
  written.mockRestore();
});

test('any other choice asks for nothing', async () => {
  const connection = aConnected();
  await local.set({ connection });

  await settingsRecord.change({ renewal: false, syncHour: 5, news: true }, NOW);

  const { settings, ...rest } = await local.get(null);
  expect(settings).toMatchObject({ renewal: false, syncHour: 5, news: true });
  expect(rest).toStrictEqual({ connection, installId: await installId() });
});
