import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { announcer } from '@/components/basics/announcer.svelte';
import ConnectingSteps from '@/components/connection/ConnectingSteps.svelte';
import { STEPS } from '@/utils/words/connecting';
import { expectAccessible } from '../../support/expect-accessible.ts';

test('shows each step with how far it is, and the library as the last', async () => {
  const { getByRole } = await render(ConnectingSteps, { step: 'tokens' });

  const steps = getByRole('listitem').elements();
  expect(steps.map((step) => step.querySelector('.heard')?.textContent)).toEqual([
    'Finding your PlayStation sign-in, done',
    'Asking Sony to let Trophy Shelf in, done',
    'Making the connection, in progress',
    'Reading your profile, to come',
    'Filling your library, to come',
  ]);
  expect(steps.filter((step) => step.getAttribute('aria-current') === 'step')).toHaveLength(1);
});

test('those who hear it are told of the step, and not of the whole list', async () => {
  const { container, rerender } = await render(ConnectingSteps, { step: 'code' });
  await rerender({ step: 'tokens' });

  expect(announcer.words).toBe(STEPS.tokens);
  expect(container.querySelectorAll('[aria-live]')).toHaveLength(0);
  await expectAccessible();
});
