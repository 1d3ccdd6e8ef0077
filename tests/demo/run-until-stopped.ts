type Task = (started: AsyncDisposableStack) => Promise<void>;

const PARENT_CHECK = 500;

/**
 * Runs a task that starts things, and ends all of them, the last first, when the task ends, fails
 * or is stopped by Ctrl-C or SIGTERM. Then ends this process: 0, or 1 after a failure, which is said
 * in one sentence, or 130 when the task was stopped before its end.
 */
export async function runUntilStopped(task: Task): Promise<never> {
  const started = new AsyncDisposableStack();
  const done = task(started).then(
    () => ({ code: 0, message: '' }),
    (error: unknown) => ({ code: 1, message: `\n${messageOf(error)}\n` }),
  );
  const { code, message } = await Promise.race([done, untilStopped()]);
  process.stderr.write(message);
  await started.disposeAsync().catch((error: unknown) => process.stderr.write(messageOf(error)));
  process.exit(code);
}

async function untilStopped(): Promise<{ code: number; message: string }> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
    // A signal to npm ends npm and its shell, and never comes here: but then our parent is another.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), PARENT_CHECK).unref();
  });
  return { code: 130, message: '' };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
