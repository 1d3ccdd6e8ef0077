import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** As Lucide's package has it, in a file of its own for each icon. */
interface Icon {
  size: number;
  node: [tag: string, attributes: Record<string, string>][];
}

const ICON_FILE = /@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/;

/**
 * Makes plain markup of each of Lucide's icons. Its own component puts every icon together anew where it is drawn,
 * which takes time and, with what that needs of Svelte, as many bytes as a tenth of the popup.
 */
export function staticIcons(): Plugin {
  return {
    name: 'static-icons',
    enforce: 'pre',
    load: (id) => (ICON_FILE.test(id) ? markupOf(iconIn(id)) : null),
  };
}

function iconIn(path: string): Icon {
  const data = /\bconst iconData = (\{.*\});/.exec(readFileSync(path, 'utf8'))?.[1];
  if (data === undefined) throw new Error(`An icon in a shape that is not known: ${path}`);
  return JSON.parse(data) as Icon;
}

function markupOf({ size, node }: Icon): string {
  const lines = node.map(([tag, attributes]) => {
    const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${said.join('')} />`;
  });
  return `
    <script>
      let { size = ${String(size)}, strokeWidth = 2 } = $props();
    </script>
    <svg class="lucide" width={size} height={size} viewBox="0 0 ${String(size)} ${String(size)}"
      stroke-width={strokeWidth} aria-hidden="true">${lines.join('')}</svg>`;
}
