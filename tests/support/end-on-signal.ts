/**
 * Ends this process in the ordinary way when somebody stops it, so that what it started (browsers,
 * profiles) is tidied up by the listeners of `exit`.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}
