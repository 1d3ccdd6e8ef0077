/** Chromium writes in pieces of up to 4 MB, and throws all databases away where the disk takes only half of one. */
const LEAST_ROOM = 16 * 1024 * 1024;

/** True where the browser says that hardly anything more can be stored. Where it does not say, there is room. */
export async function isFull(): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota !== undefined && usage !== undefined && quota - usage < LEAST_ROOM;
}
