import type { Plugin } from 'vite';

/** What is left out of a module, from where it begins to where what is kept goes on, and what stands there instead. */
export interface LeftOut {
  what: string;
  where: RegExp;
  instead: string;
}

/**
 * Leaves these parts out of a module of somebody else's where it is built. A version that has one of them in another
 * place is not built before somebody has looked.
 */
export function leftOutOfModule(
  { name, whose, id }: { name: string; whose: string; id: RegExp },
  parts: readonly LeftOut[],
): Plugin {
  return {
    name,
    apply: 'build',
    transform: {
      filter: { id },
      handler(code) {
        let left = code;
        for (const { what, where, instead } of parts) {
          if (!where.test(left)) this.error(`${whose} has ${what} in another place than is known.`);
          left = left.replace(where, instead);
        }
        return { code: left, map: null };
      },
    },
  };
}
