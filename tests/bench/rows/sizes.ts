import { builtExtension } from '../../browser/built-extension.ts';
import { scriptsOfPage, scriptsOfWorker, weightOf } from '../built-scripts.ts';
import type { Measured } from '../row.ts';
import { amountRow } from '../timed-row.ts';
import { zipSizeOf } from '../zip-size.ts';

/** How much script the shipped build loads, in thousands of bytes. */
export function sizes(): Measured[] {
  const folder = builtExtension('chrome-mv3');
  const popup = weightOf(folder, scriptsOfPage(folder, 'popup.html'));
  const options = weightOf(folder, scriptsOfPage(folder, 'options.html'));
  const worker = weightOf(folder, scriptsOfWorker(folder, 'background.js'));
  return [
    size('script of the popup', popup.bytes, 80),
    size('script of the popup, gzip', popup.gzipped, 30),
    size('script of the options page, first route', options.bytes, 190),
    size('script of the options page, first route, gzip', options.gzipped, 66),
    size('script of the worker, in all', worker.bytes, 230),
    size('the extension as a zip', zipSizeOf(folder), 1_500),
  ];
}

function size(what: string, bytes: number, atMost: number): Measured {
  const ours = Math.round(bytes / 100) / 10;
  return amountRow(what, { ours, unit: 'kB' }, atMost);
}
