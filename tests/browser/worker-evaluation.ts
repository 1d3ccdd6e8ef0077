import type { CDPSession } from 'playwright';

/** An answer to us, with an `id`, or something that the target tells without being asked. */
interface Message {
  id?: number;
  method?: string;
  error?: { message: string };
  result?: {
    result: { value?: unknown };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
}

/**
 * Evaluates an expression in a worker by a session of its own. Playwright's handle of a service
 * worker may belong to one that died, and evaluating there waits for ever.
 */
export async function evaluateInWorker(
  browser: CDPSession,
  targetId: string,
  expression: string,
  ended: AbortSignal,
): Promise<unknown> {
  const started = new Set<string>();
  const loaded = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<Message>();
  const session = { id: '' };

  const receive = (event: { sessionId: string; message: string }) => {
    const message = JSON.parse(event.message) as Message;
    if (message.id === 1 && event.sessionId === session.id) answered.resolve(message);
    if (message.method !== 'Inspector.workerScriptLoaded') return;
    started.add(event.sessionId); // this may be known before we know which session is ours
    if (event.sessionId === session.id) loaded.resolve();
  };
  const lose = () => answered.reject(new Error('The worker was ended meanwhile.'));
  browser.on('Target.receivedMessageFromTarget', receive);
  ended.addEventListener('abort', lose);
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  session.id = sessionId;
  if (started.has(sessionId)) loaded.resolve();
  try {
    // A worker that is just starting has no `chrome` yet. One that has started says so at once.
    await Promise.race([loaded.promise, answered.promise]);
    const params = { expression, awaitPromise: true, returnByValue: true };
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
    await browser.send('Target.sendMessageToTarget', { sessionId, message });
    return valueOf(await answered.promise);
  } finally {
    browser.off('Target.receivedMessageFromTarget', receive);
    ended.removeEventListener('abort', lose);
    await browser.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
  }
}

function valueOf({ error, result }: Message): unknown {
  const thrown = result?.exceptionDetails;
  if (error) throw new Error(error.message);
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return result?.result.value;
}
