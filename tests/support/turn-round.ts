const frame = (): Promise<number> => new Promise(requestAnimationFrame);

interface Way {
  /** Pixels that a frame goes, and so many of which stand empty between two rows at the most. */
  step: number;
  between: number;
}

/**
 * Scrolls down and turns round, again and again, always from another place of a row, and says in which frames a part of
 * the list on screen was empty. Each is looked at before the page hears of it, as a browser shows it that scrolls
 * by itself.
 */
export async function emptyWhereTurned(way: Way): Promise<string[]> {
  const empty: string[] = [];
  const go = async (by: number): Promise<void> => {
    await frame();
    scrollBy({ top: by, behavior: 'instant' });
    const gap = gapOnScreen(way.between);
    if (gap !== null) empty.push(`${String(by)} to ${String(scrollY)}: ${gap}`);
  };
  for (let turn = 0; turn < 12; turn += 1) {
    for (const by of [way.step, way.step, way.step - turn, -way.step, -way.step]) await go(by);
  }
  return empty;
}

/** The first part of the list on screen where nothing stands. */
function gapOnScreen(between: number): string | null {
  const list = document.querySelector(
    ':is([role=list], [role=rowgroup], [role=grid]):has([data-item])',
  );
  const { top, bottom } = list!.getBoundingClientRect();
  let covered = Math.max(0, top);
  const end = Math.min(innerHeight, bottom);
  const items = [...document.querySelectorAll('[data-item]')].map((item) =>
    item.getBoundingClientRect(),
  );
  for (const item of items.sort((one, other) => one.top - other.top)) {
    if (item.bottom <= 0) continue;
    if (item.top > covered + between) break;
    covered = Math.max(covered, item.bottom);
  }
  return covered < end - between ? `${String(covered)} of ${String(end)}` : null;
}
