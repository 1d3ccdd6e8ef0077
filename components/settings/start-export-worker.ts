/** Apart from what follows it: a bundler has to see the whole of this to make a script of the worker. */
export function startExportWorker(): Worker {
  return new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
}
