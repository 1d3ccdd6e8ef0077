import type * as z from 'zod/mini';
import type { Secret } from '../domain/connection/secret';
import { tokenClaims } from './answers';

/** Sony's tokens are JWTs, whose signature is its own business. What is none says nothing of itself. */
export function claimsOf(token: string | null | undefined): Partial<z.output<typeof tokenClaims>> {
  try {
    const payload = token?.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return tokenClaims.safeParse(claims).data ?? {};
  } catch {
    return {};
  }
}

/** True where Sony says that it is a child's account: most of those may do what any other may. */
export function isOfChild(accessToken: Secret): boolean {
  return claimsOf(accessToken.reveal()).is_child === true;
}
