import { browser } from 'wxt/browser';

const OFTEN_ENOUGH = 10_000;

/** A background that calls nothing of the browser's for half a minute is ended, whatever it is at. */
export async function whileAwake<Value>(work: () => Promise<Value>): Promise<Value> {
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), OFTEN_ENOUGH);
  try {
    return await work();
  } finally {
    clearInterval(awake);
  }
}
