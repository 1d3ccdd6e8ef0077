/** A worker that was ended as it was told may never answer, and the next one is told. In milliseconds. */
export const HEARD_WITHIN = 10_000;
/** A slow disk has so many times as long for both files: to be told twice of the same is safe. */
const TIMES = 30;

/** Until somebody has heard, or nobody will. */
export async function tellUntilHeard(tell: () => Promise<{ ok: boolean }>): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), HEARD_WITHIN));
    const answer = await Promise.race([tell(), late]);
    if (answer?.ok === true) return;
    await late;
  }
}
