import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { announcer } from '@/components/basics/announcer.svelte';
import Announcer from '@/components/basics/Announcer.svelte';
import { Requests } from '@/components/app/requests.svelte';
import PhasePage from '@/components/connection/PhasePage.svelte';
import type { Connection } from '@/utils/domain/connection/connection';
import {
  CONNECTING_TITLE,
  NOT_CONNECTED_TITLE,
  STEPS,
  WAITING,
  WAITING_TITLE,
} from '@/utils/words/connecting';
import { A_WAIT, AN_ATTEMPT } from '../../support/connections';
import { aStatus, DAY } from '../../support/statuses.ts';

const NOW = 100 * DAY;
const region = page.getByRole('status');
const CONNECTING = { ...AN_ATTEMPT, phase: 'connecting' } as const;
const WAITING_FOR_IT = { ...A_WAIT, since: NOW } as const;

function props(connection: Connection) {
  return { status: aStatus({ connection }), requests: new Requests(), now: NOW };
}

/** What comes in one turn is said together. */
function turnEnds(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

beforeEach(async () => {
  await render(Announcer);
  announcer.arrive();
});

test('each step of connecting is said once, by one region', async () => {
  const { container, rerender } = await render(PhasePage, props(WAITING_FOR_IT));
  await expect.poll(() => announcer.isArriving).toBe(false);
  await expect.element(region).toHaveTextContent('');

  await rerender(props({ ...CONNECTING, step: 'session' }));
  await expect.element(region).toHaveTextContent(`${CONNECTING_TITLE}. ${STEPS.session}`);

  await turnEnds();
  await rerender(props({ ...CONNECTING, step: 'code' }));
  await expect.element(region).toHaveTextContent(STEPS.code);
  expect(container.querySelectorAll('[role=status], [aria-live]')).toHaveLength(0);

  await turnEnds();
  await rerender(props(WAITING_FOR_IT));
  await expect.element(region).toHaveTextContent(`${WAITING_TITLE}. ${WAITING}`);

  await turnEnds();
  await rerender(props({ phase: 'disconnected', failure: null }));
  await expect.element(region).toHaveTextContent(NOT_CONNECTED_TITLE);
});

test('why connecting failed is said by its alert alone', async () => {
  const { getByRole, rerender } = await render(PhasePage, props({ ...CONNECTING, step: 'code' }));
  await expect.poll(() => announcer.isArriving).toBe(false);

  await rerender(props({ phase: 'disconnected', failure: { cause: 'edge-block' } }));

  await expect.element(getByRole('alert')).not.toHaveAttribute('aria-live');
  await expect.element(region).toHaveTextContent('');
});
