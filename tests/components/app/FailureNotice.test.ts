import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FailureNotice from '@/components/app/FailureNotice.svelte';
import { NEEDS } from '@/utils/domain/connection/need';
import { CAUSES } from '@/utils/domain/causes';
import { failureWords } from '@/utils/words/failures';
import { MORE_IN_GUIDE } from '@/utils/words/names';
import { goesOnAt } from '@/utils/words/sync';
import { ACTIONS } from '@/utils/words/needs';
import { expectAccessible } from '../../support/expect-accessible.ts';

describe.each(CAUSES)('%s', (cause) => {
  test('is an alert in plain words with exactly one way out', async () => {
    const onagain = vi.fn();
    const { container, getByRole } = await render(FailureNotice, {
      failure: { cause },
      now: 0,
      onagain,
    });
    const { title, sentence } = failureWords({ cause });

    const alert = getByRole('alert');
    await expect.element(alert).toHaveAttribute('data-cause', cause);
    await expect.element(alert).toMatchTextContent(title);
    await expect.element(alert).toMatchTextContent(sentence);
    expect(container.querySelectorAll('.action :is(a, button)')).toHaveLength(1);
    await expect
      .element(getByRole('link', { name: MORE_IN_GUIDE }))
      .toHaveAttribute('href', `/options.html#/guide/${cause}`);

    if (NEEDS[cause] === 'open-playstation' || cause === 'not-signed-in') {
      const link = getByRole('link', { name: ACTIONS['open-playstation'] });
      await expect.element(link).toHaveAttribute('href', 'https://www.playstation.com/');
      return;
    }
    await getByRole('button', { name: ACTIONS.again }).click();
    expect(onagain).toHaveBeenCalledOnce();
  });
});

test.each(CAUSES.filter((cause) => !['npsso-refused', 'paste-interrupted'].includes(cause)))(
  'of a pasted code it promises nothing that goes on without another: %s',
  async (cause) => {
    const failure = { cause, ofPastedCode: true } as const;
    const { getByRole } = await render(FailureNotice, { failure, now: 0, action: null });

    const alert = getByRole('alert');
    await expect.element(alert).toMatchTextContent(/[Pp]aste (one|a code) again/);
    await expect.element(alert).not.toMatchTextContent(/by itself|[Tt]rying again/);
  },
);

test('says until when Sony wants a pause', async () => {
  const now = new Date(2026, 10, 22, 12, 0).getTime();
  const failure = { cause: 'too-many-requests', until: now + 32 * 60_000 } as const;
  const { getByRole } = await render(FailureNotice, { failure, now, onagain: vi.fn() });

  await expect.element(getByRole('alert')).toMatchTextContent(/pause ends at 12:32/);
});

test('a pause of Sony’s, which ends by itself, takes two lines of words on a narrow page', async () => {
  await page.viewport(400, 800);
  const failure = { cause: 'too-many-requests' } as const;
  const more = goesOnAt(32 * 60_000, null, 0, 'en');
  const { container } = await render(FailureNotice, { failure, now: 0, more, action: null });
  const words = container.querySelector('p')!;
  const lines = words.offsetHeight / parseFloat(getComputedStyle(words).lineHeight);
  expect(Math.round(lines)).toBe(2);
  expect(container.querySelector<HTMLElement>('.notice')!.offsetHeight).toBeLessThan(144);
});

test('leaves the way out to the page where the page has it', async () => {
  const { container } = await render(FailureNotice, {
    failure: { cause: 'offline' },
    now: 0,
    action: null,
  });

  expect(container.querySelectorAll('.action')).toHaveLength(0);
});

test('can be read by everyone', async () => {
  await render(FailureNotice, { failure: { cause: 'edge-block' }, now: 0, onagain: vi.fn() });
  await expectAccessible();
});
