import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { followFocus } from '@/components/app/lost-focus';

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <h1>Settings</h1>
      <button id="elsewhere">Elsewhere</button>
      <section>
        <h2>Around the notice</h2>
        <div id="notice"><button id="cancel">Cancel</button></div>
      </section>
    </main>`;
  onTestFinished(followFocus());
});

function at(id: string): HTMLElement {
  return document.getElementById(id)!;
}

test('the keyboard goes on at the heading of what a notice stood in', async () => {
  at('cancel').focus();
  at('notice').remove();

  await expect.poll(() => document.activeElement?.textContent).toBe('Around the notice');
});

test('where that has gone too, at the heading of the page', async () => {
  at('cancel').focus();
  document.querySelector('section')!.remove();

  await expect.poll(() => document.activeElement?.textContent).toBe('Settings');
});

test('it is not taken from whoever has it, or gets it in that moment', async () => {
  at('cancel').focus();
  at('notice').remove();
  at('elsewhere').focus();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.activeElement).toBe(at('elsewhere'));

  document.querySelector('section')!.remove();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.activeElement).toBe(at('elsewhere'));
});
