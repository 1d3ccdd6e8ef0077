import type { Plugin } from 'vite';
import { leftOutOfModule, type LeftOut } from './left-out-of-module.ts';

const POLYFILL = /webextension-polyfill\/dist\/browser-polyfill\.js$/;

const LEFT_OUT: readonly LeftOut[] = [
  {
    what: 'its list of methods, and that there is one',
    where: /const apiMetadata = \{\n.*?\n {6}\};\n {6}if \(.*?\n {6}\}\n/s,
    instead: 'const apiMetadata = {};\n',
  },
  {
    what: 'settings of privacy',
    where: /const settingMetadata = \{\n.*?\n {6}apiMetadata\.privacy = \{\n.*?\n {6}\};\n/s,
    instead: '',
  },
  {
    what: 'developer tools',
    where: / {8}devtools: \{\n.*?\n {8}\},\n/s,
    instead: '',
  },
  {
    what: 'what developer tools hear',
    where: /const onRequestFinishedWrappers = .*?\n {6}\}\);\n/s,
    instead: '',
  },
];

/**
 * Leaves out of the polyfill what makes promises of callbacks: from the version on that we ask for, every method of
 * Chromium's that we use answers with a promise by itself, and Firefox has nothing of it anyway. What is left is that a
 * message is answered by a promise. The worker waits for 6 kB less.
 */
export function smallPolyfill(): Plugin {
  const polyfill = { name: 'small-polyfill', whose: 'The polyfill', id: POLYFILL };
  return leftOutOfModule(polyfill, LEFT_OUT);
}
