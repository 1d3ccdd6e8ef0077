import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import Attention from '@/components/connection/Attention.svelte';
import PhaseBanner from '@/components/connection/PhaseBanner.svelte';
import PhasePage from '@/components/connection/PhasePage.svelte';
import { Requests } from '@/components/app/requests.svelte';
import type { Connected, Connection } from '@/utils/domain/connection/connection';
import type { Failure } from '@/utils/domain/failure';
import {
  PAUSE_AWAITED_TITLE,
  WANTED_TITLE,
  CONNECTING_TITLE,
  HOSTS_OFF_TITLE,
  WAITING_TITLE,
  ALLOW_HOSTS,
} from '@/utils/words/connecting';
import { OLD_SESSION_TITLE, SIGNING_OUT_TITLE } from '@/utils/words/old-session';
import { ACTIONS } from '@/utils/words/needs';
import { UNDER_WAY, GOES_ON } from '@/utils/words/disconnecting';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { AN_ATTEMPT } from '../../support/connections';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aStatus, connected, DAY } from '../../support/statuses.ts';

const NOW = 100 * DAY;
const LATER = NOW + 60_000;
const UNREACHED: Failure = { cause: 'unexpected', during: 'cancelConnecting' };
const FORMS = [
  ['as a notice', PhaseBanner],
  ['as the whole page', PhasePage],
] as const;
const shown = { since: NOW, isShown: true };
const PHASES: [string, Connection][] = [
  [CONNECTING_TITLE, { ...AN_ATTEMPT, phase: 'connecting', step: 'code' }],
  [HOSTS_OFF_TITLE, { ...AN_ATTEMPT, phase: 'waiting-for-access', since: NOW }],
  [OLD_SESSION_TITLE, { ...AN_ATTEMPT, phase: 'old-session', endsAt: NOW + 20 * DAY }],
  [SIGNING_OUT_TITLE, { ...AN_ATTEMPT, phase: 'signing-out', laterThan: NOW, ...shown }],
  [
    WAITING_TITLE,
    { ...AN_ATTEMPT, phase: 'waiting-for-sign-in', laterThan: null, tries: 0, nextAt: 0, ...shown },
  ],
];

function props(connection: Connection, now = NOW) {
  const requests = new Requests();
  return { status: aStatus({ connection }), requests, now, onpaste: () => undefined };
}

beforeEach(() => page.viewport(360, 600));

describe.each(FORMS)('%s', (_, View) => {
  test.each(PHASES)(
    '%s: what is waited for, its Cancel, and why that failed',
    async (title, at) => {
      const asked = answerAsBackground({ ok: false, failure: UNREACHED });
      const { getByRole } = await render(View, props(at));
      const heading = getByRole('heading', { name: title });
      const cancel = getByRole('button', { name: 'Cancel' });
      await expect.element(heading).toBeVisible();

      await cancel.click();
      await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'unexpected');
      await expect.element(heading).toBeVisible();
      await expectAccessible();

      await cancel.click();
      await expect.poll(() => asked).toStrictEqual(['cancelConnecting', 'cancelConnecting']);
    },
  );

  test('what Sony wants first is waited for, and no sign-in', async () => {
    const wanted = { cause: 'profile-unfinished' } as const;
    const waiting = { phase: 'waiting-for-sign-in', laterThan: null, tries: 1, nextAt: 0 } as const;
    const { getByRole } = await render(
      View,
      props({ ...AN_ATTEMPT, ...waiting, ...shown, wanted }),
    );

    await expect.element(getByRole('heading', { name: WANTED_TITLE })).toBeVisible();
    await expect.element(getByRole('alert')).toHaveAttribute('data-cause', wanted.cause);
    expect(getByRole('listitem').elements()).toHaveLength(0);
    await expect.element(getByRole('link', { name: ACTIONS['open-playstation'] })).toBeVisible();
    await expectAccessible();
  });

  test('a pause that ended the attempt is told of until it is over', async () => {
    const failure = { cause: 'sign-in-pause', until: LATER } as const;
    const said = props({ phase: 'disconnected', failure });
    const { getByRole, rerender } = await render(View, said);
    await expect.element(getByRole('alert')).toMatchTextContent(/The pause ends at/);

    await rerender({ now: LATER });

    await expect.element(getByRole('alert')).not.toBeInTheDocument();
    await expect.element(getByRole('button', { name: 'Connect PlayStation' })).toBeVisible();
  });

  test('a pause that an attempt waits for is named with its end, and as what goes on by itself', async () => {
    const failure = { cause: 'sign-in-pause', until: LATER } as const;
    const storage = { failure, since: 0, tries: 0, nextAt: LATER };
    const said = props({ ...AN_ATTEMPT, phase: 'connecting', step: 'session', storage });
    const { getByRole } = await render(View, said);

    await expect.element(getByRole('heading', { name: PAUSE_AWAITED_TITLE })).toBeVisible();
    await expect.element(getByRole('alert')).toMatchTextContent(/The pause ends at/);
    await expect.element(getByRole('button', { name: 'Cancel' })).toBeVisible();
  });

  test('of a pasted code both ways are said to give what they do', async () => {
    const asked = { phase: 'old-session', endsAt: NOW + 5 * DAY, askedAt: NOW } as const;
    const said = props({ ...AN_ATTEMPT, way: 'paste', ...asked });
    const { getByText } = await render(View, said);

    await expect.element(getByText(/asts 5 days, .* that the code is from/).first()).toBeVisible();
    await expect.element(getByText(/sign in at PlayStation in this/).first()).toBeVisible();
    expect(getByText(/your sign-in at PlayStation/).elements()).toHaveLength(0);
    await expectAccessible();
  });

  test('what went wrong with the last click is said before what went wrong earlier', async () => {
    answerAsBackground({ ok: false, failure: UNREACHED });
    const said = props({ phase: 'disconnected', failure: { cause: 'offline' } });
    const { getByRole } = await render(View, said);

    await said.requests.ask('connect');

    await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'unexpected');
  });
});

test.each(FORMS)('what is being erased is waited for by nobody, %s', async (_, View) => {
  const erasing = props({ phase: 'erasing', since: NOW });
  const { getByRole, getByText, rerender } = await render(View, erasing);

  await expect.element(getByRole('heading', { name: UNDER_WAY.erasing })).toBeVisible();
  await expect.element(getByText(GOES_ON)).toBeVisible();
  const bar = getByRole('progressbar', { name: UNDER_WAY.erasing });
  await expect.element(bar).not.toHaveAttribute('aria-valuenow');
  expect(getByRole('button').elements()).toHaveLength(0);
  await expectAccessible();

  await rerender(props({ phase: 'disconnecting', since: NOW }));
  await expect.element(getByRole('progressbar', { name: UNDER_WAY.disconnecting })).toBeVisible();
});

test.each(FORMS)('access is asked for in the click itself, %s', async (_, View) => {
  const asked = answerAsBackground();
  const request = vi.fn().mockResolvedValue(false);
  Object.assign(browser, {
    permissions: { request },
    runtime: { ...browser.runtime, getManifest: () => ({ host_permissions: ['https://*/*'] }) },
  });
  const waiting = { ...AN_ATTEMPT, phase: 'waiting-for-access', since: NOW } as const;
  const { getByRole } = await render(View, props(waiting));

  const allow = getByRole('button', { name: ALLOW_HOSTS }).element() as HTMLElement;
  allow.click();
  expect(request).toHaveBeenCalledOnce();
  await expect.poll(() => asked).toStrictEqual(['resume']);
});

describe('while connected', () => {
  const renewal: Connected['renewal'] = {
    step: 'sign-in',
    laterThan: null,
    ...shown,
  };

  test('a sign-in is waited for, and can be cancelled, whatever failed', async () => {
    const asked = answerAsBackground({ ok: false, failure: UNREACHED });
    const { getByRole } = await render(Attention, props(connected({ renewal })));
    const cancel = getByRole('button', { name: 'Cancel' });

    await cancel.click();
    await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'unexpected');
    await expect.element(getByRole('heading', { name: WAITING_TITLE })).toBeVisible();
    await cancel.click();

    await expect.poll(() => asked).toStrictEqual(['cancelConnecting', 'cancelConnecting']);
  });

  test('a look at the sign-in that takes long can be cancelled', async () => {
    const said = props(connected({ renewal: { ...renewal, step: 'exchange' } }));
    const { getByRole, rerender } = await render(Attention, said);
    await expect.element(getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();

    await rerender({ now: LATER });

    await expect.element(getByRole('button', { name: 'Cancel' })).toBeVisible();
  });

  test('a pause that a request met is told of until it is over', async () => {
    const refused = { cause: 'sign-in-pause', until: LATER } as const;
    const said = props(connected({ refused }));
    const { getByRole, rerender } = await render(Attention, said);
    await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'sign-in-pause');

    await rerender({ now: LATER });

    await expect.element(getByRole('alert')).not.toBeInTheDocument();
  });
});
