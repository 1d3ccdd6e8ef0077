import { ACCOUNT_NAMES } from './accounts/account-plan.ts';
import type { AccountName } from './accounts/account-plan.ts';
import type { Answer } from './answer.ts';
import { html, json } from './answer.ts';
import type { Control } from './control.ts';
import { signInBrowser, signOutBrowser } from './browser-sign-in.ts';
import type { SonyRequest } from './request.ts';
import { formOf } from './request.ts';
import { stormPage } from './storm-page.ts';
import type { World } from './world.ts';

export const CONTROL_PATH = '/__simulator/';

/** The control over HTTPS: commands by POST, the state by GET, and signing a whole browser in or out. */
export function answerControl(request: SonyRequest, control: Control, world: World): Answer {
  const command = request.path.slice(CONTROL_PATH.length);
  try {
    if (command === 'sign-in') return signInBrowser(accountIn(request), request, world);
    if (command === 'storm') return stormPage(request);
    if (command === 'sign-out') return signOutBrowser(request, world);
    if (request.method === 'GET' && command === 'state') return json(stateOf(control, world));
    if (request.method === 'POST') return run(command, request.body, control);
  } catch (thrown) {
    return json({ error: thrown instanceof Error ? thrown.message : 'Unknown error' }, 400);
  }
  return html('<h1>Simulator</h1><p>No such page.</p>', 404);
}

function accountIn(request: SonyRequest): AccountName {
  const name = formOf(request).get('account') ?? request.query.get('account');
  const known = ACCOUNT_NAMES.find((candidate) => candidate === name);
  if (known === undefined) throw new Error(`No simulated account "${name ?? ''}"`);
  return known;
}

/** The body is a JSON array of the command's arguments. */
function run(command: string, body: string, control: Control): Answer {
  const found = new Map<string, unknown>(Object.entries(control)).get(command);
  if (typeof found !== 'function') {
    return json({ error: `No command "${command}"`, commands: Object.keys(control) }, 404);
  }
  const values: unknown = body.trim() === '' ? [] : JSON.parse(body);
  const result: unknown = Reflect.apply(found, control, Array.isArray(values) ? values : [values]);
  return json({ ok: true, result: result ?? null });
}

function stateOf(control: Control, world: World): unknown {
  const session = world.sessions.current;
  return {
    now: new Date(world.clock.now()).toISOString(),
    signedIn: control.signedInAccount(),
    sessionSecondsLeft: session === null ? null : world.sessions.secondsLeft(session),
    accounts: ACCOUNT_NAMES,
    settings: world.settings,
    rateLimit: world.rateLimit.rule,
    requests: control.log.length,
    commands: Object.keys(control).filter((name) => name !== 'log'),
  };
}
