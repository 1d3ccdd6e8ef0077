import type { Plugin, Rolldown } from 'vite';

/** As WXT asks for what the manifest names as the background. */
const ENTRY = /^virtual:wxt-background-entrypoint/;
const FIRST = 'background.js';

/** What the file says of its parts: names that no minified one is. */
const [LATER, WORK] = ['$later', '$work'];

const IMPORTS = /^import\{([^}]*)\}from[`"'][^`"']+[`"'];/;
const EXPORTS = /export\{([^}]*)\};?\s*$/;
/** `a as b` */
const RENAMED = /^(\S+) as (\S+)$/;

/**
 * Has the worker built as two files, what listens and what that loads at its first use, and writes both into one
 * classic file: a service worker forbids to load another at run time. What the bundler makes of one file by itself puts
 * off each module alone, and is 13 kB more.
 */
export function oneWorkerFile(): Plugin {
  let isWorker = false;
  return {
    name: 'one-worker-file',
    apply: 'build',
    enforce: 'post',
    config({ build }) {
      const entry = build?.lib ? build.lib.entry : null;
      if (!build || typeof entry !== 'string' || !ENTRY.test(entry)) return;
      isWorker = true;
      build.lib = false;
      const output = { entryFileNames: FIRST, chunkFileNames: '[name].js' };
      build.rollupOptions = { input: entry, output };
    },
    generateBundle(_, bundle) {
      if (!isWorker) return;
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const first = chunks.find(({ fileName }) => fileName === FIRST);
      const [later, ...others] = chunks.filter((chunk) => chunk !== first);
      if (first === undefined || later === undefined || others.length > 0)
        this.error('The worker is not of two files.');
      first.code = asOne(first, later, (what) => this.error(`The worker’s files have no ${what}.`));
      delete bundle[later.fileName];
    },
  };
}

function asOne(
  first: Rolldown.OutputChunk,
  later: Rolldown.OutputChunk,
  fail: (what: string) => never,
): string {
  const shared = namesIn(EXPORTS.exec(first.code)) ?? fail('names that both use');
  const used =
    namesIn(IMPORTS.exec(later.code)) ?? fail('names that the second has from the first');
  const made = namesIn(EXPORTS.exec(later.code)) ?? fail('names that the second has');
  const loads = new RegExp(`import\\([\`"']\\./${later.fileName}[\`"']\\)`);
  if (!loads.test(first.code)) fail('place where the second is loaded');
  const given = propertiesOf(shared.map(([local, name]) => [name, local]));
  const body = later.code.replace(IMPORTS, '').replace(EXPORTS, '');
  const result = propertiesOf(made.map(([local, name]) => [name, local]));
  const load = `Promise.resolve().then(()=>${LATER}??=${WORK}(${given}))`;
  return [
    '(()=>{"use strict";',
    `let ${LATER};const ${WORK}=(${propertiesOf(used)})=>{${body}return${result}};`,
    first.code.replace(EXPORTS, '').replace(loads, () => load),
    '})();',
  ].join('\n');
}

/** From what each has its name, and what it is called there. */
function namesIn(list: RegExpExecArray | null): [string, string][] | undefined {
  return list?.[1]?.split(',').map((each) => {
    const [, from = each, to = each] = RENAMED.exec(each) ?? [];
    return [from, to];
  });
}

function propertiesOf(names: [name: string, local: string][]): string {
  return `{${names.map((each) => each.join(':')).join()}}`;
}
