import { defineExtensionMessaging } from '@webext-core/messaging';
import * as z from 'zod/mini';
import type { Outcome } from '../domain/failure';

/** What pages can ask of the background. Payloads are parsed at the background's edge; failures come back as data. */
export interface Protocol {
  /** Connects the account that is signed in at PlayStation, or waits for a sign-in. Safe to repeat. */
  connect: (payload: null) => Outcome;
  /** Stops waiting for a sign-in, or connecting. */
  cancelConnecting: (payload: null) => Outcome;
  /** Shows Sony's sign-in page and waits for the sign-in there. */
  openSignIn: (payload: null) => Outcome;
  /** A page is being looked at: take up at once what was interrupted. Safe to repeat. */
  resume: (payload: null) => Outcome;
  /** Fetches the library anew, or goes on with a paused sync without waiting. */
  syncNow: (payload: null) => Outcome;
}

export type RequestName = keyof Protocol;

/** The shape of each request's payload. */
export const payloads: { [Name in RequestName]: z.ZodMiniType<Parameters<Protocol[Name]>[0]> } = {
  connect: z.null(),
  cancelConnecting: z.null(),
  openSignIn: z.null(),
  resume: z.null(),
  syncNow: z.null(),
};

export const messenger = defineExtensionMessaging<Protocol>();
