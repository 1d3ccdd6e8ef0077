import { expect, onTestFinished, test } from 'vitest';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';

const OPEN_DATABASE = `
  const request = indexedDB.open('any');
  return new Promise((resolve) => {
    request.onsuccess = () => resolve('opened');
    request.onerror = () => resolve(request.error.name);
  });`;

test('a Firefox that never remembers history opens no database, and the popup all the same', async () => {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator, remembersHistory: false });
  onTestFinished(() => firefox.close());

  await firefox.openPopup();
  await firefox.page.find('button', 'Connect PlayStation');
  expect(await firefox.page.evaluate(OPEN_DATABASE)).toBe('InvalidStateError');
  expect((await firefox.readErrors()).errors).toEqual([]);
});
