import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/**
 * Where an item of this list goes away with the focus in it, the keyboard goes on at the same control of what takes its
 * place, or of the last one. Where the list goes away with it, `lost-focus.ts` leads to the heading.
 */
export const inItsPlace: Attachment<HTMLElement> = (list) => {
  let item: Element | null = null;
  let [index, control] = [0, 0];
  const note = (target: EventTarget | null): void => {
    item = [...list.children].find((each) => each.contains(target as Node)) ?? null;
    if (item === null) return;
    index = [...list.children].indexOf(item);
    control = controlsIn(item).indexOf(target as HTMLElement);
  };
  const follow = (): void => {
    if (item === null || !list.isConnected) return;
    if (item.parentNode === list) return void (index = [...list.children].indexOf(item));
    item = null;
    if (document.activeElement !== document.body) return;
    const next = list.children[index] ?? list.lastElementChild;
    if (next !== null) (controlsIn(next)[control] ?? controlsIn(next)[0])?.focus();
  };
  const observer = new MutationObserver(follow);
  observer.observe(list, { childList: true });
  const end = on(list, 'focusin', ({ target }) => note(target));
  return () => {
    observer.disconnect();
    end();
  };
};

function controlsIn(item: Element): HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>('a[href], button, input')];
}
