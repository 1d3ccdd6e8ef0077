import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/popup/App.svelte';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import { messenger } from '@/utils/messaging/protocol';
import { SYNC_NOW } from '@/utils/words/names';
import { ACTIONS } from '@/utils/words/needs';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aConnected } from '../../support/connections';
import { publish } from '../../support/publish-status';
import { aSnapshot } from '../../support/statuses.ts';

const slow = vi.hoisted(() => ({ rest: Promise.withResolvers<undefined>() }));

// A slow machine: its player is quicker than the popup comes to rest.
vi.mock('@/components/app/interactions', async (original) => ({
  ...(await original<object>()),
  atRest: () => slow.rest.promise,
}));

/** Opens the popup, presses a button as soon as that can be pressed, and hands back what has left by then. */
async function pressAtOnce(connection: Connection, name: string): Promise<unknown[][]> {
  answerAsBackground();
  await publish({ connection, snapshot: aSnapshot() });
  const send = vi.spyOn(messenger, 'sendMessage');
  const asked = new Promise<unknown[][]>((resolve) => {
    const observer = new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent.trim() === name,
      );
      if (button === undefined || button.ariaDisabled === 'true') return;
      observer.disconnect();
      button.click();
      resolve([...send.mock.calls]);
    });
    observer.observe(document.body, { attributes: true, childList: true, subtree: true });
  });
  await render(App);
  return asked;
}

test('a click on a button that has only just come leaves at once: it may be the last act of the popup', async () => {
  expect(await pressAtOnce(DISCONNECTED, ACTIONS.connect)).toStrictEqual([['connect', null]]);
});

test('so does one on Sync now, which is drawn before it can ask and can be pressed from then on', async () => {
  const asked = pressAtOnce(aConnected(), SYNC_NOW);
  slow.rest.resolve(undefined);
  expect(await asked).toContainEqual(['syncNow', null]);
});
