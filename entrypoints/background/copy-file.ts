import { browser } from 'wxt/browser';
import { whileAwake } from '../../utils/browser/awake';
import type { CopyOrder } from '../../utils/copy-worker/ordered-copy';
import type { CopyOutcome } from '../../utils/domain/copies/copy-figures';

type Tell = (said: ToldCopy) => void;

/** What became of the copy of this mark. */
export interface ToldCopy {
  mark: string;
  outcome: CopyOutcome;
}

/** What makes a copy's file. A worker has no address for one: in Chromium a page without a window makes it. */
export interface CopyFiles {
  /** Begins to. Whoever made it tells of it by its mark, maybe another worker than this one. */
  begin(mark: string, order: CopyOrder): Promise<void>;
  /** True where one of this mark is being made, by whom ever it was begun. */
  isMaking(mark: string): Promise<boolean>;
  /** It is not needed any more. */
  release(): Promise<void>;
}

/** @param tell is told of the file where this very page makes it */
export function copyFiles(tell: Tell): CopyFiles {
  return import.meta.env.FIREFOX ? madeHere(tell) : madeByPage;
}

const madeByPage: CopyFiles = {
  async begin(mark, order) {
    await madeByPage.release();
    await browser.offscreen.createDocument({
      url: `copying.html#${mark}/${encodeURIComponent(JSON.stringify(order))}`,
      reasons: ['BLOBS'],
      justification: 'A copy',
    });
  },
  async isMaking(mark) {
    const pages = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return pages.some(({ documentUrl }) => documentUrl?.includes(`#${mark}/`));
  },
  // There may be none.
  release: () => browser.offscreen.closeDocument().catch(() => undefined),
};

/** Firefox's background is a page. */
function madeHere(tell: Tell): CopyFiles {
  let url = '';
  return {
    async begin(mark, order) {
      const outcome = await whileAwake(async () => {
        const [{ carryOutOrder }, { saveNamedCopy }] = await Promise.all([
          import('../../utils/copy-worker/ordered-copy'),
          import('../../utils/copy-worker/save-copy'),
        ]);
        return carryOutOrder(order, (toSave) => saveNamedCopy(toSave, () => undefined));
      });
      url = outcome.url;
      tell({ mark, outcome });
    },
    // It ends with this very page.
    isMaking: () => Promise.resolve(false),
    release() {
      URL.revokeObjectURL(url);
      return Promise.resolve();
    },
  };
}
