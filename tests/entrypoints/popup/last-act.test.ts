import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/popup/App.svelte';
import { messenger } from '@/utils/messaging/protocol';
import { ACTIONS } from '@/utils/words/needs';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot } from '../../support/statuses.ts';

// A slow machine: its player is quicker than the popup comes to rest.
vi.mock('@/components/app/interactions', async (original) => ({
  ...(await original<object>()),
  atRest: () => new Promise<void>(() => undefined),
}));

test('a click on a button that has only just come leaves at once: it may be the last act of the popup', async () => {
  answerAsBackground();
  await publish({ connection: { phase: 'disconnected', failure: null }, snapshot: aSnapshot() });
  const send = vi.spyOn(messenger, 'sendMessage');
  const asked = new Promise<unknown[][]>((resolve) => {
    const observer = new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent.trim() === ACTIONS.connect,
      );
      if (button === undefined) return;
      observer.disconnect();
      button.click();
      resolve([...send.mock.calls]);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await render(App);

  expect(await asked).toStrictEqual([['connect', null]]);
});
