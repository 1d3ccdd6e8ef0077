import { expect, onTestFinished, test } from 'vitest';
import { archive } from '@/utils/exports/archive';
import { aLibraryTitle } from '../../support/library-titles';
import { aLibraryToExport, CLOCK, textOf } from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const CHOICE = {
  ...{ language: 'en', heading: 'Trophies', about: '1 game', withPictures: false, withNotes: true },
  words: {
    grades: { bronze: 'of bronze', silver: 'of silver', gold: 'of gold', platinum: 'the last' },
    ...{ secret: 'Covered', earned: 'done', notEarned: 'open', unread: 'Not read' },
  },
};

/** The page of one game, as a browser draws it at this width. */
async function drawn(width: number): Promise<Document> {
  const tags = ['a tag of some length', 'and another one', 'and a third'];
  const trophies = [
    aTrophy({ grade: 'gold', earned: true }),
    aTrophy({ trophyId: 2, grade: 'gold', hidden: true, earned: false }),
  ];
  const library = aLibraryToExport({
    titles: [aLibraryTitle({ name: 'Lantern Courier Anniversary Edition', tags })],
    sets: [aTrophySet({ trophies })],
  });
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${String(width)}px; height: 600px; border: 0`;
  frame.srcdoc = await textOf(archive(library, CLOCK, CHOICE));
  const loaded = new Promise((then) => frame.addEventListener('load', then));
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await loaded;
  return frame.contentDocument!;
}

function boxOf(page: Document, selector: string): DOMRect {
  return page.querySelector(selector)!.getBoundingClientRect();
}

test.each([320, 400, 1280])(
  'a game’s name has room at %d pixels, whatever is said of it',
  async (width) => {
    const page = await drawn(width);
    expect(boxOf(page, 'h2').width).toBeGreaterThan(180);
    expect(page.documentElement.scrollWidth).toBe(width);
  },
);

test('a secret trophy takes as much room as one line of another, beside its cup', async () => {
  const page = await drawn(400);
  page.querySelector('details')!.open = true;
  const cup = boxOf(page, 'li details .cup');
  const secret = boxOf(page, 'li details');
  expect(secret.height).toBeLessThan(32);
  expect([cup.top >= secret.top, cup.bottom <= secret.bottom]).toEqual([true, true]);
});
