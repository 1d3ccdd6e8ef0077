import type { AccountName } from '../../psn/simulator.ts';
import { connectedBrowser } from '../connected-browser.ts';
import { EMPTY_PAGE } from '../extension-copy.ts';
import { notePaint, openPainted } from '../painted.ts';
import { estimate, isQuiet, pairedRatio } from '../paired-ratio.ts';
import { inRounds } from '../rounds.ts';
import type { Measured } from '../row.ts';

const ROUNDS = 15;
const WITH_DATA = {
  '/popup.html': '[data-testid="token-life"]',
  '/options.html': '[role="list"] [data-item]',
};

/** One browser for each library: popup and library are opened in turn with an empty page, which is opened twice. */
export async function opening(account: AccountName, games: string): Promise<Measured[]> {
  const { page, addressOf, close } = await connectedBrowser(account);
  try {
    await notePaint(page, WITH_DATA);
    const open = (path: string) => () => openPainted(page, addressOf(path));
    const { empty, emptyAgain, popup, library } = await inRounds(
      {
        empty: open(EMPTY_PAGE),
        emptyAgain: open(EMPTY_PAGE),
        popup: open('popup.html'),
        library: open('options.html#/library'),
      },
      { rounds: ROUNDS },
    );
    const isVoid = !isQuiet(pairedRatio(emptyAgain, empty));
    const row = (what: string, ours: readonly number[], atMost: number): Measured => ({
      what: `${what}, ${games} games`,
      floor: 'an empty page',
      unit: 'ms',
      theirs: estimate(empty).median,
      ours: estimate(ours).median,
      ratio: pairedRatio(ours, empty),
      budget: { atMost, of: 'ratio' },
      isVoid,
    });
    return [
      row('popup painted with data', popup, 1.2),
      row('library painted with its first games', library, 2),
    ];
  } finally {
    await close();
  }
}
