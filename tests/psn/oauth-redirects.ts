import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import { redirect } from './answer.ts';

const SIGN_IN_PAGE = 'https://my.account.sony.com/sonyacct/signin/';

/** Back to the sign-in page: every parameter of the request, then what was wrong with it. */
export function backToSignIn(
  query: URLSearchParams,
  error: string,
  code: number | null,
  description: string,
): Answer {
  const parameters = new URLSearchParams(query);
  parameters.set('auth_ver', 'v3');
  parameters.set('error', error);
  if (code !== null) parameters.set('error_code', String(code));
  parameters.set('error_description', description);
  parameters.set('no_captcha', 'true');
  parameters.set('cid', randomUUID());
  return redirect(`${SIGN_IN_PAGE}?${parameters.toString()}`);
}

/** What `authorize` answers without a living session. */
export function loginRequired(query: URLSearchParams): Answer {
  return backToSignIn(query, 'login_required', 4165, 'User is not authenticated');
}
