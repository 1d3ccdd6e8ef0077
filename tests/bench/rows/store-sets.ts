import { launchChromium } from '../../browser/chromium.ts';
import { startSimulator } from '../../psn/simulator.ts';
import { answerTexts } from '../answer-texts.ts';
import { controlledBy, untilSharp } from '../controlled.ts';
import { addScriptPage, copyExtension } from '../extension-copy.ts';
import { slopeRow } from '../slope.ts';
import { timedRow } from '../timed-row.ts';
import { bundleForPage } from '../product-modules.ts';
import type { SetsPage } from '../product/store-sets-page.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';

const FEW = 50;
const MANY = 500;

/**
 * From the text of an answer to what is stored, in a page of the extension: the product's modules by a way of our own,
 * since the shipped worker stores only what it has asked Sony for. Each time in a database that nothing was in.
 */
export async function storeSets(): Promise<Measured[]> {
  const simulator = await startSimulator({ signedIn: false });
  const extension = copyExtension();
  const path = addScriptPage(extension, await bundleForPage('product/store-sets-page.ts'));
  const chromium = await launchChromium({ simulator, extension: extension.folder });
  try {
    const page = await chromium.context.newPage();
    await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
    const now = Date.now();
    const texts = answerTexts('leaderboard', FEW, now);
    await page.evaluate((all) => setsPage.give(all.texts, all.now), { texts, now });
    const run = (way: 'product' | 'raw', count: number) => () =>
      page.evaluate((all) => setsPage[all.way](all.count), { way, count });
    // Raw writes the rows that the product has made.
    await run('product', FEW)();
    const times = await inRounds(
      { ours: run('product', FEW), raw: run('raw', FEW), rawAgain: run('raw', FEW) },
      {
        ...{ rounds: 16, limit: { seconds: 60, rounds: 60 } },
        isEnough: untilSharp(({ raw: once, rawAgain: again }) => ({ once, again })),
      },
    );
    const sizes = await inRounds(
      { few: run('product', FEW), many: run('product', MANY) },
      { rounds: 5, dropped: 1 },
    );
    return [
      ...controlledBy({ once: times.raw, again: times.rawAgain }, [
        timedRow(
          {
            what: 'a set stored, from the text of both answers on',
            floor: 'IndexedDB, the same rows, a transaction an answer',
          },
          { ours: each(times.ours), theirs: each(times.raw) },
          2,
        ),
      ]),
      slopeRow(
        'the time to store sets',
        { size: FEW, cost: Math.min(...sizes.few) },
        { size: MANY, cost: Math.min(...sizes.many) },
      ),
    ];
  } finally {
    await chromium.close();
    extension.remove();
    await simulator.close();
  }
}

declare const setsPage: SetsPage;

/** Milliseconds of one set, from those of a round. */
function each(times: readonly number[]): number[] {
  return times.map((time) => time / FEW);
}
