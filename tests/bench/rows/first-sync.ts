import { loopbackFetch } from '../../psn/loopback-fetch.ts';
import type { LogEntry } from '../../psn/simulator.ts';
import { connectedBrowser } from '../connected-browser.ts';
import { controlledBy } from '../controlled.ts';
import { answerLate, DELAY } from '../late-answers.ts';
import { pairedRatio } from '../paired-ratio.ts';
import type { Measured } from '../row.ts';
import { answered, callOf, mostAtOnce, stretches } from '../same-requests.ts';
import { slopeRow } from '../slope.ts';

/** A run falls into so many stretches, each of the same requests as in the other runs. */
const STRETCHES = 12;

/** A first sync of every game against its own requests, made again from Node by psn-api. */
export async function firstSync(): Promise<Measured[]> {
  const small = await syncOf(100);
  const large = await syncOf(300);
  return [
    ...small.rows,
    ...large.rows,
    slopeRow('the time of a first sync, requests', small.cost, large.cost),
  ];
}

async function syncOf(games: number) {
  const browser = await connectedBrowser('hunter', {
    isUnlimited: true,
    hasEveryGame: true,
    games,
    prepare: answerLate,
  });
  const { log } = browser.simulator.control;
  const entries = log.filter((entry) => callOf(entry) !== null);
  try {
    await browser.chromium.context.close();
    return await compare(entries, games, browser.simulator.port);
  } finally {
    await browser.close();
  }
}

async function compare(entries: readonly LogEntry[], games: number, port: number) {
  const calls = entries.flatMap((entry) => callOf(entry) ?? []);
  const arrivals = entries.map(({ time }) => time);
  const accessToken = (entries.at(-1)?.authorization ?? '').replace('Bearer ', '');
  const atOnce = mostAtOnce(arrivals, DELAY);
  const browserFetch = globalThis.fetch;
  globalThis.fetch = loopbackFetch(port);
  const run = async (parallel: number): Promise<number[]> =>
    stretches(await answered(calls, { accessToken }, parallel), STRETCHES);
  try {
    const [serial, again, alike] = [await run(1), await run(1), await run(atOnce)];
    const ours = stretches(arrivals, STRETCHES);
    const each = (times: readonly number[]): number =>
      times.reduce((all, time) => all + time, 0) / (entries.length - 1);
    const row = (floor: string, theirs: number[]): Measured => ({
      what: `a request of a first sync, ${String(games)} games, against ${floor}`,
      floor: `the same from Node, ${String(DELAY)} ms an answer`,
      unit: 'ms',
      theirs: each(theirs),
      ours: each(ours),
      ratio: pairedRatio(ours, theirs),
      budget: { atMost: 1.1, of: 'ratio' },
    });
    return {
      rows: controlledBy({ once: serial, again }, [
        row('one after another', serial),
        row(`${String(atOnce)} at a time, as it does`, alike),
      ]),
      cost: { size: entries.length, cost: each(ours) * entries.length },
    };
  } finally {
    globalThis.fetch = browserFetch;
  }
}
