import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TitleListSkeleton from '@/components/library/TitleListSkeleton.svelte';

const games = (): number => document.querySelectorAll('.game').length;
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

test('has as many games as there is room for, and is laid out once a frame', async () => {
  const complaints: string[] = [];
  const note = ({ message }: ErrorEvent): void => void complaints.push(message);
  addEventListener('error', note);
  onTestFinished(() => removeEventListener('error', note));

  await page.viewport(400, 800);
  await render(TitleListSkeleton, { view: { layout: 'grid', cardSize: 'medium' } });
  await expect.poll(games).toBeGreaterThan(4);
  const onTelephone = games();
  await page.viewport(2560, 800);
  await expect.poll(games).toBeGreaterThan(onTelephone);
  await frame();
  await frame();
  expect(complaints).toEqual([]);
});
