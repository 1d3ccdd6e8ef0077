import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import App from '@/entrypoints/popup/App.svelte';
import { LOADING } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus } from '../../support/statuses.ts';

test('what was read before is drawn at once, and its pictures after that', async () => {
  answerAsBackground();
  const [recent] = aSnapshot().recentTitles;
  const iconUrl = 'https://image.api.playstation.com/trophy/a.png';
  const status = aStatus({ snapshot: aSnapshot({ recentTitles: [{ ...recent!, iconUrl }] }) });
  await publish(status);
  const app = mount(App, { target: document.body, props: { first: status } });
  flushSync();

  const popup = document.querySelector('.popup')!;
  expect(popup.querySelectorAll('[data-testid="token-life"]')).toHaveLength(1);
  expect(popup.textContent).not.toContain(LOADING);
  expect(popup.querySelectorAll('img')).toHaveLength(0);
  await expect.poll(() => popup.querySelectorAll('img').length).toBeGreaterThan(0);
  await unmount(app);
});
