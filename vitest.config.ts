import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { aheadBothWays } from './ahead-both-ways.ts';
import { WITHOUT_SCREEN } from './tests/browser/chromium-arguments.ts';
import { findChromium } from './tests/browser/find-browsers.ts';
import { words } from './words-plugin.ts';

const COMPONENTS = [
  'tests/components/**/*.test.ts',
  'tests/entrypoints/{popup,options}/**/*.test.ts',
];
const JOURNEYS = ['tests/journeys/**/*.test.ts'];
const LONG = ['tests/long/**/*.test.ts'];

/** Parts are tested against the browser's API in memory; the whole is tested in the browsers. */
const FAKE_BROWSER = fileURLToPath(new URL('tests/support/fake-browser.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
/** As it is built with: `wxt.config.ts`. */
const dexie = 'dexie/dist/modern/dexie.mjs';
const resolve = { alias: { 'wxt/browser': FAKE_BROWSER, '@': ROOT, dexie } };

const executablePath = findChromium();
/** A component that is drawn asks nobody outside of this machine, not for a picture of Sony's either. */
const args = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ...WITHOUT_SCREEN,
];
const launchOptions = executablePath ? { executablePath, args } : { args };

/** Each test has a browser and a simulator of its own and waits for them more than it computes: four keep two cores busy. */
const inBrowsers = {
  setupFiles: ['./tests/support/end-on-signal.ts'],
  maxWorkers: 4,
  // Reading Playwright and the simulator anew takes each file a second.
  isolate: false,
  testTimeout: 90_000,
  hookTimeout: 90_000,
  // A page of a busy machine takes seconds to be drawn.
  expect: { poll: { timeout: 20_000, interval: 50 } },
};

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line-reporter.ts'],
    passWithNoTests: false,
    tags: [
      // Journeys that only repeat another, or wait: `npm run test:long` runs them, `npm test` does not.
      { name: 'long' },
      // What `npm run check:quick` leaves to `npm test`: seconds each, or about what was built.
      { name: 'slow' },
      { name: 'built' },
    ],
    projects: [
      {
        plugins: [words()],
        resolve,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...COMPONENTS, ...JOURNEYS, ...LONG],
          setupFiles: [FAKE_BROWSER, 'fake-indexeddb/auto', './tests/support/empty-browser.ts'],
          maxWorkers: 2,
          isolate: false,
          // Some let a worker die at every call: seconds on a busy machine.
          testTimeout: 30_000,
          expect: { poll: { timeout: 20_000, interval: 20 } },
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [words(), svelte({ configFile: false }), aheadBothWays()],
        resolve,
        optimizeDeps: {
          // Found late, any of these would have the page load anew in the middle of a test, as would one icon after the
          // other.
          include: [
            '@webext-core/fake-browser',
            '@webext-core/fake-browser/auto',
            'd3-shape',
            'diff',
            'fflate',
            'layercake',
            'papaparse',
          ],
          exclude: ['@lucide/svelte'],
        },
        test: {
          name: 'components',
          include: COMPONENTS,
          api: { host: '127.0.0.1' },
          setupFiles: [FAKE_BROWSER, './tests/support/empty-page.ts'],
          // Beside the units, two pages at a time, which take their time on a busy machine.
          maxWorkers: 2,
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000, interval: 50 } },
          sequence: { groupOrder: 0 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        plugins: [words()],
        test: {
          ...inBrowsers,
          name: 'journeys',
          include: JOURNEYS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Long, or at random moments: `npm run test:long`.
        plugins: [words()],
        test: {
          ...inBrowsers,
          name: 'long',
          include: LONG,
          // Their moments are as near as a free core can keep them.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
