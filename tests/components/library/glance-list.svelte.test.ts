import { createRawSnippet } from 'svelte';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GlanceList from '@/components/library/GlanceList.svelte';

const LATEST = ['Out and Back', 'Quick One', 'Not Yet', 'All of Them', 'First Light', 'Last Stand'];

const children = createRawSnippet<[string]>((item) => ({
  render: () => '<li style="block-size: 3rem"></li>',
  setup: (cell) => {
    $effect(() => {
      cell.textContent = item();
    });
  },
}));

beforeEach(async () => {
  await page.viewport(400, 800);
  document.body.style.cssText = '--step: 0.5rem';
  onTestFinished(async () => {
    document.body.style.cssText = '';
    await page.viewport(1280, 800);
  });
});

function open() {
  return render(GlanceList<string>, {
    ...{ title: 'Latest trophies', items: LATEST, awaited: null, nothing: 'None yet', children },
  });
}

function firstInSight(): string | undefined {
  const list = page.getByRole('list').element();
  const { left } = list.getBoundingClientRect();
  const cells = [...list.children];
  return cells.find((cell) => cell.getBoundingClientRect().left >= left - 1)?.textContent;
}

test('what comes in first is in sight where nothing was scrolled', async () => {
  const { rerender } = await open();
  await expect.poll(firstInSight).toBe('Out and Back');
  await rerender({ items: ['On the House', ...LATEST.slice(0, 5)] });
  await expect.element(page.getByText('On the House')).toBeInTheDocument();
  // Snapping comes with the frame.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  expect(firstInSight()).toBe('On the House');
});

test('what was scrolled to stays in sight', async () => {
  const { rerender } = await open();
  await expect.poll(firstInSight).toBe('Out and Back');
  page.getByRole('list').element().scrollLeft = 100_000;
  await expect.poll(firstInSight).not.toBe('Out and Back');
  const before = firstInSight();
  await rerender({ items: ['On the House', ...LATEST] });
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  expect(firstInSight()).not.toBe('On the House');
  expect(before).toBeDefined();
});
