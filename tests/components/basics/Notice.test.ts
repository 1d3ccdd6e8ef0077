import { createRawSnippet } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { announcer } from '@/components/basics/announcer.svelte';
import Announcer from '@/components/basics/Announcer.svelte';
import Notice from '@/components/basics/Notice.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';

const sentence = createRawSnippet(() => ({ render: () => '<span>Sign in there.</span>' }));
const action = createRawSnippet(() => ({ render: () => '<button>Open it</button>' }));
const under = createRawSnippet(() => ({ render: () => '<details>What we saw</details>' }));
const NOTICE = { title: 'You signed out', children: sentence, action, under };
const region = page.getByRole('status');

beforeEach(async () => {
  await render(Announcer);
  await expect.element(region).toHaveTextContent('');
});

test('what comes up on an open page is said once: its sentence, no button, nothing below it', async () => {
  const { container } = await render(Notice, NOTICE);

  await expect.element(region).toHaveTextContent('You signed out. Sign in there.');
  expect(container.querySelectorAll('[role=status], [role=alert], [aria-live]')).toHaveLength(0);
  await expectAccessible();
});

test('what is painted with its page is no change; what becomes of it is', async () => {
  announcer.arrive();
  const { rerender } = await render(Notice, NOTICE);
  await expect.poll(() => announcer.isArriving).toBe(false);
  await expect.element(region).toHaveTextContent('');

  await rerender({ title: 'Somebody else is signed in' });
  await expect.element(region).toHaveTextContent('Somebody else is signed in. Sign in there.');
});

test('what goes and comes again is said again', async () => {
  const { unmount } = await render(Notice, NOTICE);
  await expect.element(region).not.toHaveTextContent('');
  await unmount();
  await expect.element(region).toHaveTextContent('');

  await render(Notice, NOTICE);
  await expect.element(region).toHaveTextContent('You signed out. Sign in there.');
});

test('once it is heard nobody comes upon it a second time', async () => {
  await render(Notice, NOTICE);
  await expect.element(region).not.toHaveTextContent('');

  await expect.element(region, { timeout: 5_000 }).toHaveTextContent('');
});

test('what comes up together is said together', async () => {
  await Promise.all([
    render(Notice, NOTICE),
    render(Notice, { ...NOTICE, title: 'For how long?' }),
  ]);

  await expect
    .element(region)
    .toHaveTextContent('You signed out. Sign in there. For how long? Sign in there.');
});

test('an error is an alert of its own, with its sentence only, and said by no other region', async () => {
  const { getByRole } = await render(Notice, { ...NOTICE, cause: 'offline' });
  const alert = getByRole('alert');

  await expect.element(alert).toHaveAttribute('data-cause', 'offline');
  expect(alert.element().textContent.replaceAll(/\s+/g, ' ').trim()).toBe(
    'You signed out Sign in there.',
  );
  await expect.element(alert).not.toHaveAttribute('aria-live');
  await expect.element(getByRole('button', { name: 'Open it' })).toBeVisible();
  await expect.element(region).toHaveTextContent('');
  await expectAccessible();
});

test('an error that is painted with its page is read where it stands, and another one is said', async () => {
  announcer.arrive();
  const { getByRole, rerender } = await render(Notice, { ...NOTICE, cause: 'offline' });
  await expect.element(getByRole('alert')).toHaveAttribute('aria-live', 'off');
  await expect.poll(() => announcer.isArriving).toBe(false);

  await rerender({ cause: 'sony-down' });
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'sony-down');
  await expect.element(getByRole('alert')).not.toHaveAttribute('aria-live');
});
