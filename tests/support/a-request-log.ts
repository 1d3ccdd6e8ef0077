import type { RequestLog } from '@/utils/psn/budget';

/** Where requests are counted, in memory. */
export function aRequestLog(halvedUntil = 0): RequestLog {
  let counted: Awaited<ReturnType<RequestLog['read']>> = { instants: [], halvedUntil };
  return {
    read: () => Promise.resolve(counted),
    change: (update) => {
      counted = update(counted);
      return Promise.resolve();
    },
  };
}
