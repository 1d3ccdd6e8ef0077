import { globSync } from 'node:fs';
import { builtExtension } from '../../browser/built-extension.ts';
import { scriptsOfPage, scriptsOfWorker, scriptsWith, weightOf } from '../built-scripts.ts';
import type { Measured } from '../row.ts';
import { amountRow } from '../timed-row.ts';
import { zipSizeOf } from '../zip-size.ts';

/** How much script the shipped build loads, in thousands of bytes. */
export function sizes(): Measured[] {
  const folder = builtExtension('chrome-mv3');
  const popup = weightOf(folder, scriptsOfPage(folder, 'popup.html'));
  const first = scriptsOfPage(folder, 'options.html');
  const options = weightOf(folder, first);
  const besides = (forms: string) =>
    weightOf(
      folder,
      withForms(folder, forms).filter((script) => !first.includes(script)),
    ).bytes;
  const worker = weightOf(folder, scriptsOfWorker(folder, 'background.js'));
  return [
    size('script of the popup', popup.bytes, 80),
    size('script of the popup, gzip', popup.gzipped, 30),
    size('script of the options page, first route', options.bytes, 190),
    size('script of the options page, first route, gzip', options.gzipped, 66),
    size('what the library waits for besides, as a list', besides('list-forms'), 20),
    size('what the library waits for besides, filtered', besides('filter-forms'), 45),
    size('script of the worker, in all', worker.bytes, 230),
    size('the extension as a zip', zipSizeOf(folder), 1_500),
  ];
}

/** The scripts with which the library waits for one of its forms. */
function withForms(folder: string, name: string): string[] {
  const [path] = globSync(`chunks/${name}-*.js`, { cwd: folder });
  if (path === undefined) throw new Error(`There is no script of ${name} any more.`);
  return scriptsWith(folder, path);
}

function size(what: string, bytes: number, atMost: number): Measured {
  const ours = Math.round(bytes / 100) / 10;
  return amountRow(what, { ours, unit: 'kB' }, atMost);
}
