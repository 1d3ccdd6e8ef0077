type Task = (started: AsyncDisposableStack) => Promise<void>;

/**
 * Runs a task that starts things, and ends all of them, the last first, when the task ends, fails
 * or is stopped by Ctrl-C or SIGTERM. Then ends this process: 0, or 1 after a failure, which is said
 * in one sentence, or 130 when the task was stopped before its end.
 */
export async function runUntilStopped(task: Task): Promise<never> {
  const started = new AsyncDisposableStack();
  const stopped = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(130));
    }
  });
  const done = task(started).then(
    () => 0,
    (error: unknown) => {
      process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    },
  );
  const code = await Promise.race([done, stopped]);
  await started
    .disposeAsync()
    .catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  process.exit(code);
}
