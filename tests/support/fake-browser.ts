import '@webext-core/fake-browser/auto';

/** What `wxt/browser` is in tests of parts: the browser's own API, in memory. */
export { fakeBrowser as browser } from '@webext-core/fake-browser';

/** Node says nothing of its disk, as a browser that does not know. */
if (!('storage' in navigator)) {
  Object.defineProperty(navigator, 'storage', { value: { estimate: () => Promise.resolve({}) } });
}
