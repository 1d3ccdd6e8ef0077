import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const FAKE_BROWSER = `${ROOT}/tests/support/fake-browser.ts`;

/** A module over the product's own, whose imports only a bundler can follow, in this process. */
export async function importInNode<Module>(path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(`${ROOT}/tests/bench/${path}`, {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'wxt/browser': FAKE_BROWSER, '@': ROOT } },
  });
  return module;
}
