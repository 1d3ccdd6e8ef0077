import type { Plugin } from 'vite';

/** Where Svelte puts the styles of an element together. */
const ATTRIBUTES = /svelte\/src\/internal\/shared\/attributes\.js$/;
/** What it reads a `style` attribute by, so that its directives take the place of what that says. */
const READING = /\n\t\tif \(value\) \{\n.*?\n\t\t\}\n(?=\n\t\tif \(normal_styles\))/s;

/**
 * Leaves out what merges a `style` attribute with `style:` directives: no element of ours has both (a test), and each
 * page's first frame would wait for it.
 */
export function styleDirectives(): Plugin {
  return {
    name: 'style-directives',
    apply: 'build',
    transform: {
      filter: { id: ATTRIBUTES },
      handler(code) {
        if (!READING.test(code)) this.error('Svelte merges styles in another way than is known.');
        return { code: code.replace(READING, ''), map: null };
      },
    },
  };
}
