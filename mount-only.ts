import type { Plugin } from 'vite';

/** Where Svelte has what takes up a page that a server has drawn. */
const HYDRATION = /svelte\/src\/internal\/client\/dom\/hydration\.js$/;

/**
 * Tells the bundler that no server draws anything here, so that it leaves out what each block and each component has
 * for that case: a twentieth of the popup.
 */
export function mountOnly(): Plugin {
  return {
    name: 'mount-only',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (HYDRATION.test(id) ? code() : null),
  };
}

function code(): string {
  const never = [
    ...['set_hydrating', 'set_hydrate_node', 'hydrate_next', 'reset', 'hydrate_template', 'next'],
    ...['skip_nodes', 'read_hydration_instruction'],
  ];
  return [
    'export const hydrating = false;',
    'export const hydrate_node = null;',
    ...never.map((name) => `/* @__NO_SIDE_EFFECTS__ */ export function ${name}() {}`),
  ].join('\n');
}
