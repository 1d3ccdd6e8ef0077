export interface Scrolled {
  /** What 19 frames of 20 do not exceed, in milliseconds. */
  slow: number;
  /** Frames in which a part of the list on screen was empty. */
  blank: number;
  /** The most nodes that the rows had at once, themselves among them. */
  nodes: number;
}

/** Resolves once all that is to be scrolled is there. Runs in a page, without what surrounds it. */
export async function untilComplete(): Promise<void> {
  const isComplete = (): boolean =>
    document.querySelector('[data-testid="library-count"]') !== null ||
    document.querySelector('[role="list"], [role="table"]') === null;
  while (document.querySelector('[data-item]') === null || !isComplete()) {
    await new Promise(requestAnimationFrame);
  }
}

/**
 * Scrolls the page from its top by so many pixels a frame, turns round for a few, and looks at each frame once it is on
 * its way to the screen. Ends at the top. Runs in a page, without what surrounds it.
 */
export async function scrollThrough(given: { frames: number; step: number }): Promise<Scrolled> {
  const LIST = '[role="list"], [role="table"]';
  /** So many frames go back up, before the list is at rest: what they take does not count. */
  const TURNED = 8;
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const items = (): NodeListOf<Element> => document.querySelectorAll('[data-item]');
  const isVirtual = document.querySelector(LIST) !== null;
  /** A part of the list on screen that is higher than what stands between two rows, and has none. */
  const isBlank = (): boolean => {
    const boxes = [...items()].map((item) => item.getBoundingClientRect());
    const onScreen = boxes.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
    const edges = onScreen.sort((one, other) => one.top - other.top);
    let covered =
      document.querySelector(`:is(${LIST}):has([data-item])`)?.getBoundingClientRect().top ?? 0;
    covered = Math.max(0, covered);
    for (const { top, bottom } of edges) {
      if (top > covered + 40) return true;
      covered = Math.max(covered, bottom);
    }
    return covered < innerHeight - 40;
  };
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve();
      after.port2.postMessage(null);
    });

  const times: number[] = [];
  let [blank, nodes] = [0, 0];
  let before = await frame();
  for (let number = 0; number < given.frames; number++) {
    scrollBy({ top: given.step, behavior: 'instant' });
    await painted();
    if (isVirtual) {
      if (isBlank()) blank += 1;
      nodes = Math.max(nodes, document.querySelectorAll('[data-item], [data-item] *').length);
    }
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  for (let number = 0; isVirtual && number < TURNED; number++) {
    scrollBy({ top: -given.step, behavior: 'instant' });
    await painted();
    if (isBlank()) blank += 1;
    await frame();
  }
  scrollTo({ top: 0, behavior: 'instant' });
  times.sort((one, other) => one - other);
  return { slow: times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN, blank, nodes };
}
