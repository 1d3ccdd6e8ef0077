import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from '../../browser/chromium.ts';
import { startSimulator } from '../../psn/simulator.ts';
import { evaluatedBytes, type ScriptCoverage } from '../evaluated.ts';
import { copyExtension } from '../extension-copy.ts';
import type { Measured } from '../row.ts';
import { amountRow } from '../timed-row.ts';
import { coverageOfStart } from '../worker-coverage.ts';

/** Something else may want the rest at a start. Where it is evaluated before any answer, each start does. */
const STARTS = 12;
/**
 * A second after its start the worker looks for what an earlier one has left, and evaluates the rest. On a slow machine
 * that is before it can be looked at: here that second does not end.
 */
const ENDLESS_SECOND = `{
  const { setTimeout: begin } = self;
  self.setTimeout = (run, after, ...rest) => (after < 1000 ? begin(run, after, ...rest) : 0);
}
`;
/** In kB. */
const BUDGET = 60;

/** What a wake-up of the worker runs that nobody has asked for yet. */
export async function workerEvaluated(): Promise<Measured[]> {
  const simulator = await startSimulator({ signedIn: false });
  const extension = copyExtension();
  const worker = `${extension.folder}/background.js`;
  writeFileSync(worker, ENDLESS_SECOND + readFileSync(worker, 'utf8'));
  const chromium = await launchChromium({ simulator, extension: extension.folder });
  try {
    const sizeOf = (script: ScriptCoverage): number =>
      evaluatedBytes(readFileSync(extension.folder + new URL(script.url).pathname, 'utf8'), script);
    let least = Infinity;
    for (let start = 0; start < STARTS && least > 1_000 * BUDGET; start++) {
      const scripts = await coverageOfStart(chromium);
      least = Math.min(
        least,
        scripts.reduce((all, script) => all + sizeOf(script), 0),
      );
    }
    const ours = Math.round(least / 100) / 10;
    const what = 'script of the worker that is evaluated before its first answer';
    return [amountRow(what, { ours, unit: 'kB' }, BUDGET)];
  } finally {
    await chromium.close();
    extension.remove();
    await simulator.close();
  }
}
