import { readFileSync } from 'node:fs';
import { launchChromium } from '../../browser/chromium.ts';
import { startSimulator } from '../../psn/simulator.ts';
import { evaluatedBytes } from '../evaluated.ts';
import { copyExtension } from '../extension-copy.ts';
import type { Measured } from '../row.ts';
import { amountRow } from '../timed-row.ts';
import { coverageOfStart } from '../worker-coverage.ts';

/** What a wake-up of the worker runs that nobody has asked for yet. */
export async function workerEvaluated(): Promise<Measured[]> {
  const simulator = await startSimulator({ signedIn: false });
  const extension = copyExtension();
  const chromium = await launchChromium({ simulator, extension: extension.folder });
  try {
    const scripts = await coverageOfStart(chromium);
    const bytes = scripts.map((script) =>
      evaluatedBytes(readFileSync(extension.folder + new URL(script.url).pathname, 'utf8'), script),
    );
    const ours = Math.round(bytes.reduce((all, each) => all + each, 0) / 100) / 10;
    const what = 'script of the worker that is evaluated before its first answer';
    return [amountRow(what, { ours, unit: 'kB' }, 60)];
  } finally {
    await chromium.close();
    extension.remove();
    await simulator.close();
  }
}
