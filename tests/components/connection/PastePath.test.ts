import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PastePath from '@/components/connection/PastePath.svelte';
import type { PastedCode } from '@/utils/domain/connection/npsso';
import { PASTE_PROBLEMS } from '@/utils/words/paste';
import { expectAccessible } from '../../support/expect-accessible.ts';

const CODE = 'a1B2'.repeat(16);

async function open() {
  const onpaste = vi.fn<(code: PastedCode) => void>();
  const page = await render(PastePath, { busy: false, onpaste });
  await page.getByText('Use a code from another browser').click();
  return { onpaste, field: page.getByRole('textbox', { name: 'NPSSO' }), ...page };
}

test('hands the code on as a secret, and keeps nothing of it on the page', async () => {
  const { onpaste, field, container, getByRole } = await open();

  await field.fill(`{"npsso":"${CODE}","expires_in":93600}`);
  await getByRole('button', { name: 'Verify & connect' }).click();

  expect(onpaste).toHaveBeenCalledOnce();
  const code = onpaste.mock.calls[0]?.[0];
  expect(code?.npsso.reveal()).toBe(CODE);
  expect(code?.endsIn).toBe(93_600_000);
  await expect.element(field).toHaveValue('');
  expect(container.innerHTML).not.toContain(CODE);
});

test('shows dots, and asks the browser to remember and correct nothing', async () => {
  const { field } = await open();

  expect(getComputedStyle(field.element()).getPropertyValue('-webkit-text-security')).toBe('disc');
  await expect.element(field).toHaveAttribute('autocomplete', 'off');
  await expect.element(field).toHaveAttribute('spellcheck', 'false');
});

test.each([
  ['', 'empty', PASTE_PROBLEMS.empty],
  [CODE.slice(1), 'too-short', /too short/],
  [`${CODE}x`, 'too-long', /too long/],
  ['{"error":"invalid_grant"}', 'not-signed-in', PASTE_PROBLEMS['not-signed-in']],
  ['{"expires_in":1}', 'no-npsso', PASTE_PROBLEMS['no-npsso']],
  ['hello there!', 'wrong-characters', PASTE_PROBLEMS['wrong-characters']],
])('says what is wrong with "%s", and empties the field', async (text, cause, words) => {
  const { onpaste, field, getByRole } = await open();

  await field.fill(text);
  await getByRole('button', { name: 'Verify & connect' }).click();

  const alert = getByRole('alert');
  await expect.element(alert).toMatchTextContent(words);
  await expect.element(alert).toHaveAttribute('data-cause', cause);
  await expect.element(field).toHaveValue('');
  await expect.element(field).toHaveFocus();
  expect(onpaste).not.toHaveBeenCalled();
  await expectAccessible();
});

test('the Enter key will do too', async () => {
  const { onpaste, field } = await open();

  await field.fill(CODE);
  field.element().closest('form')?.requestSubmit();

  expect(onpaste).toHaveBeenCalledOnce();
});
