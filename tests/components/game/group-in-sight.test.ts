import { expect, onTestFinished, test } from 'vitest';
import { GroupInSight } from '@/components/game/group-in-sight.svelte';

/** A list with these groups, each as high as a screen, and what follows it. */
function follow(...names: string[]) {
  const list = document.createElement('ul');
  for (const name of names) {
    const item = document.createElement('li');
    item.style.cssText = 'display: block; block-size: 100vh';
    item.innerHTML = `<div data-group="${name}"></div><h2><button>${name}</button></h2>`;
    list.append(item);
  }
  document.body.append(list);
  window.scrollTo(0, 0);
  const groups = new GroupInSight();
  const end = groups.list(list);
  onTestFinished(() => {
    end();
    list.remove();
  });
  return { groups, list };
}

test('where the group in sight is not listed any more, the next one is in sight', async () => {
  const { groups, list } = follow('base', 'one', 'two');
  expect(groups.current).toBe('base');

  list.firstElementChild?.remove();
  await expect.poll(() => groups.current).toBe('one');
});

test('so is it where the page was led to a group that goes', async () => {
  const { groups, list } = follow('base', 'one', 'two');
  groups.lead('two');
  expect(groups.current).toBe('two');
  const { scrollY } = window;

  list.lastElementChild?.remove();
  list.style.paddingBlockEnd = '200vh';
  expect(window.scrollY).toBe(scrollY);
  await expect.poll(() => groups.current).toBe('one');
});
