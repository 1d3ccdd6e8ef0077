import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Where virtua draws an item of a list. */
const LIST_ITEM = /virtua\/lib\/svelte\/ListItem\.svelte$/;

/** An element of any name with any attributes: a `WindowVirtualizer` asks for a `div` without any, and no list of ours for more. */
const ANY_ELEMENT =
  /<svelte:element this=\{as\} (bind:this=\{elementRef\} \{style\}) \{\.\.\.itemRest\}>/;
const ANY_END = '</svelte:element>';
/** What is put together for those attributes, down to the end of its function. */
const REST = /\n {2}\/\/ [^\n]*\n {2}let itemRest = \$derived\.by\(.*?\n {2}\}\);\n/s;

/**
 * Draws the items of a virtual list as plain elements. What Svelte sets unknown attributes by, of elements that may be
 * any, is a fortieth of what the library's first frame waits for, and nothing else of it uses that.
 */
export function plainItems(): Plugin {
  return {
    name: 'plain-items',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!LIST_ITEM.test(id)) return null;
      const code = readFileSync(id, 'utf8');
      const isKnown = ANY_ELEMENT.test(code) && code.includes(ANY_END) && REST.test(code);
      if (!isKnown) this.error('virtua draws its items in another way than is known.');
      return code.replace(ANY_ELEMENT, '<div $1>').replace(ANY_END, '</div>').replace(REST, '\n');
    },
  };
}
