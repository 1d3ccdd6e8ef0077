import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer } from './answer.ts';
import { certificate } from './certificate.ts';
import type { SonyRequest } from './request.ts';

const HOUR = 3_600_000;

export interface RunningServer {
  port: number;
  /** How many answers are ready and held back. */
  held(): number;
  close(): Promise<void>;
}

/** Listens on the loopback address, reads each request whole, and delivers its answer as told. */
export async function listen(
  port: number,
  answer: (request: SonyRequest) => Answer,
): Promise<RunningServer> {
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer(await certificate(), (incoming, outgoing) => {
    readWhole(incoming)
      .then((request) => {
        const result = answer(request);
        if (result.delay === undefined) return deliver(result, outgoing);
        const timer = setTimeout(() => {
          timers.delete(timer);
          deliver(result, outgoing);
        }, result.delay);
        timers.add(timer);
        // Who has gone meanwhile waits for nothing.
        outgoing.once('close', () => {
          clearTimeout(timer);
          timers.delete(timer);
        });
      })
      .catch((thrown: unknown) => failLoudly(thrown, outgoing));
  });
  server.keepAliveTimeout = HOUR;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    held: () => timers.size,
    close: () => close(server, timers, sockets),
  };
}

function close(
  server: Server,
  timers: Set<NodeJS.Timeout>,
  sockets: ReadonlySet<Socket>,
): Promise<void> {
  for (const timer of timers) clearTimeout(timer);
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Not `closeAllConnections`: a connection that is not secured yet is none of those, and would be waited for.
    for (const socket of sockets) socket.destroy();
  });
}

/** A mistake of the simulator's own, told apart from Sony's errors by its text. */
function failLoudly(thrown: unknown, outgoing: ServerResponse): void {
  if (outgoing.headersSent || outgoing.destroyed) return;
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  outgoing.writeHead(500, { 'Content-Type': 'text/plain' }).end(`The simulator failed: ${text}`);
}

async function readWhole(incoming: IncomingMessage): Promise<SonyRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(incoming.url ?? '/', `https://${host === '' ? 'localhost' : host}`);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: incoming.method ?? 'GET',
    host,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function deliver(answer: Answer, outgoing: ServerResponse): void {
  if (answer.delivery === 'silent') return;
  if (answer.delivery === 'dropped') {
    // In mid-headers and in order: Chromium silently asks again where a reused connection is just reset.
    outgoing.socket?.end('HTTP/1.1 200 OK\r\nContent-');
    return;
  }
  const body = Buffer.from(answer.body);
  for (const [name, value] of answer.headers) outgoing.appendHeader(name, value);
  outgoing.setHeader('Content-Length', body.length);
  outgoing.statusCode = answer.status;
  if (answer.delivery === 'cut-off') {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.socket?.destroy());
    return;
  }
  outgoing.end(body);
}
