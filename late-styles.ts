import type { Plugin } from 'vite';

/** Where Vite has what every import() of a page goes through. Were it elsewhere, the popup would weigh more again. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Loads the styles of a late script beside it. Vite's own helper, five times as large, has the script wait for them,
 * and preloads scripts, which pages of an extension do not need.
 */
export function lateStyles(): Plugin {
  return {
    name: 'late-styles',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? code() : null),
  };
}

function code(): string {
  return `
    const loading = {};
    const load = (path) => loading[path] ??= new Promise((resolve, reject) => {
      if (document.querySelector(\`link[href="/\${path}"]\`)) return resolve();
      document.head.append(Object.assign(document.createElement('link'), {
        rel: 'stylesheet', href: '/' + path, onload: resolve, onerror: reject,
      }));
    });
    export const __vitePreload = (imports, styles = []) =>
      Promise.all([imports(), ...styles.map(load)]).then(([exports]) => exports);`;
}
