import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Picker from '@/entrypoints/options/Picker.svelte';
import {
  CLEAR_VISIBLE,
  INTRODUCTION_READ_ONLY,
  neverFetch,
  SELECT_VISIBLE,
} from '@/utils/words/picker';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aGame, atFirst, ready } from '../../support/picker-scene.ts';
import { aStatus } from '../../support/statuses.ts';

test('in a library that is only read nothing can be ticked, and the page says so', async () => {
  answerAsBackground();
  await page.viewport(1280, 800);
  document.body.style.cssText = 'container: page / inline-size; padding-inline: 1rem';
  const titles = ready([aGame('Taken', { choice: 'picked' }), aGame('Left')]);
  const { getByRole, getByText } = await render(Picker, {
    ...{ ...atFirst(aStatus()), requests: null },
    titles,
  });
  const tick = (name: string) => getByRole('checkbox', { name, exact: true });
  await expect.element(getByText(INTRODUCTION_READ_ONLY)).toBeVisible();
  await expect.element(tick('Taken')).toBeChecked();
  await expect.element(tick('Left')).toBeDisabled();

  (tick('Left').element() as HTMLElement).click();
  await new Promise(requestAnimationFrame);
  await expect.element(tick('Left')).not.toBeChecked();
  for (const name of [neverFetch('Left'), SELECT_VISIBLE, CLEAR_VISIBLE])
    expect(getByRole('button', { name, exact: true }).elements()).toHaveLength(0);
  await expectAccessible();
});
