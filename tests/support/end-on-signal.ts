const end = (): never => process.exit(1);

/**
 * Ends this process in the ordinary way when somebody stops it, so that what it started (browsers,
 * profiles) is tidied up by the listeners of `exit`.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Files share a process, and this runs before each.
  if (!process.listeners(signal).some(({ name }) => name === end.name)) process.once(signal, end);
}
