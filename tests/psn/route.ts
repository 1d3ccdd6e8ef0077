import type { Account } from './accounts/account.ts';
import type { Answer } from './answer.ts';
import type { Endpoint } from './endpoints.ts';
import type { SonyRequest } from './request.ts';
import type { World } from './world.ts';

/** A request that found its route. */
export interface Call {
  request: SonyRequest;
  /** What the path's groups matched. */
  parameters: string[];
}

export type Handle = (call: Call, world: World) => Answer;

/** For endpoints that need an access token: `caller` is whose it is. */
export type HandleForCaller = (call: Call, world: World, caller: Account) => Answer;

interface Address {
  endpoint: Endpoint;
  method: 'GET' | 'POST';
  hosts: readonly string[];
  path: RegExp;
  /** For an address that several operations share: which one the query must name. */
  operation?: string;
}

export type Route = Address &
  (
    | { access: 'open'; handle: Handle }
    /** `countsTowardsLimit`: one of the 300 requests in 15 minutes. */
    | { access: 'bearer'; countsTowardsLimit: boolean; handle: HandleForCaller }
  );
