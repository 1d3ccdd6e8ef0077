import '@webext-core/fake-browser/auto';

/** What `wxt/browser` is in tests of parts: the browser's own API, in memory. */
export { fakeBrowser as browser } from '@webext-core/fake-browser';
