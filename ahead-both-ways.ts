import type { Plugin } from 'vite';

/** Where virtua says which rows of a list are drawn. */
const CORE = /virtua\/lib\/core\/index\.js(?:\?|$)/;
/** Ahead of where it is being scrolled: upwards not while that is down, downwards not while it is up. */
const ONE_WAY = /1 !== (\w+) && \((\w+ -= (\w+))\), 2 !== \1 && \((\w+ \+= \3)\)/;

/**
 * Keeps the rows of a list that are drawn beyond the screen on both sides of it while it is scrolled, as virtua does at
 * rest alone: who turns round sees rows, and not a frame without. It has no setting for it.
 */
export function aheadBothWays(): Plugin {
  return {
    name: 'ahead-both-ways',
    // In development its files are put into one beforehand, past any plugin.
    config: () => ({ optimizeDeps: { exclude: ['virtua'] } }),
    transform: {
      filter: { id: CORE },
      handler(code) {
        if (!ONE_WAY.test(code)) this.error('virtua draws ahead in another way than is known.');
        return { code: code.replace(ONE_WAY, '$2, $4'), map: null };
      },
    },
  };
}
