/** Counts what is on a page when this is there for the first time: what comes with it, and not a frame after it. */
export function whenFirstDrawn(wanted: string, counted: readonly string[]): Promise<number[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(wanted) === null) return;
      changes.disconnect();
      resolve(counted.map((each) => document.querySelectorAll(each).length));
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true });
  });
}
