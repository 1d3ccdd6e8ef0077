import type { TLSSocket } from 'node:tls';
import { connect } from 'node:tls';

/** What Node's `fetch` takes a connection from. */
type Dispatcher = new (options: { connect: Connector }) => object;
type Connected = (failure: Error | null, socket: TLSSocket | null) => void;
type Connector = (wanted: { hostname: string; servername?: string }, done: Connected) => void;

const GLOBAL_DISPATCHER = Symbol.for('undici.globalDispatcher.1');

/**
 * Node's own `fetch`, for which every host is the simulator: it unpacks, and follows where an answer leads, unless it is
 * told not to.
 */
export async function nodeFetch(port: number): Promise<typeof fetch> {
  const ownFetch = globalThis.fetch;
  // Only after its first use is there one, whose kind is exported nowhere.
  await ownFetch('data:,');
  const known = (globalThis as unknown as Record<symbol, object>)[GLOBAL_DISPATCHER];
  const Agent = known?.constructor as Dispatcher;
  const dispatcher = new Agent({
    connect: ({ hostname }, done) => {
      const socket = connect(
        { port, host: '127.0.0.1', servername: hostname, rejectUnauthorized: false },
        () => done(null, socket),
      );
      socket.once('error', (failure: Error) => done(failure, null));
    },
  });
  return (input, init) => ownFetch(input, { ...init, dispatcher } as RequestInit);
}
