import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TrophyRow from '@/components/game/TrophyRow.svelte';
import { NOT_ANNOTATED } from '@/utils/domain/trophies/trophy-annotation';
import { NOTE, SAVE } from '@/utils/words/trophy-list';
import { aTrophy } from '../../support/trophies.ts';

test('a note that is kept after its page was left fails nowhere', async () => {
  const failures: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    failures.push(event.reason);
  };
  window.addEventListener('unhandledrejection', note);
  onTestFinished(() => window.removeEventListener('unhandledrejection', note));
  let keep!: (isKept: boolean) => void;
  const kept = new Promise<boolean>((then) => (keep = then));
  const { unmount } = await render(TrophyRow, {
    ...{ trophy: aTrophy(), annotation: NOT_ANNOTATED, coverable: false, covered: false },
    ...{ oncover: () => undefined, readAt: null },
    onannotate: () => kept,
  });
  await page.getByRole('button', { name: NOTE }).click();
  await page.getByRole('textbox', { name: NOTE }).fill('by the lake');
  await page.getByRole('button', { name: SAVE }).click();
  await unmount();
  keep(true);
  // A rejection is told of after the task in which it was.
  await new Promise((then) => setTimeout(then, 50));
  expect(failures).toEqual([]);
});
