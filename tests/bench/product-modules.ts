import { fileURLToPath } from 'node:url';
import { build, runnerImport, type Rolldown } from 'vite';
import { words } from '../../words-plugin.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const FAKE_BROWSER = `${ROOT}/tests/support/fake-browser.ts`;

/** A module over the product's own, whose imports only a bundler can follow, in this process. */
export async function importInNode<Module>(path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(`${ROOT}/tests/bench/${path}`, {
    configFile: false,
    plugins: [words()],
    logLevel: 'error',
    resolve: { alias: { 'wxt/browser': FAKE_BROWSER, '@': ROOT } },
  });
  return module;
}

/** A module over the product's own as one script for a page, by the bundler that makes the build. */
export async function bundleForPage(path: string): Promise<string> {
  const [bundle] = (await build({
    root: ROOT,
    configFile: false,
    plugins: [words()],
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      lib: { entry: `${ROOT}/tests/bench/${path}`, formats: ['es'] },
    },
  })) as Rolldown.RolldownOutput[];
  return bundle?.output[0].code ?? '';
}
