import { expect, test } from 'vitest';
import { leftOutOfModule } from '../../left-out-of-module.ts';

const PARTS = [{ what: 'its cache', where: /cache\(\);\n/, instead: 'none();\n' }];

/** The module as it is built. */
function built(code: string): string {
  const plugin = leftOutOfModule({ name: 'small', whose: 'The library', id: /library/ }, PARTS);
  const { handler } = plugin.transform as unknown as { handler: unknown };
  const transform = handler as (this: object, code: string) => { code: string };
  const error = (message: string): never => {
    throw new Error(message);
  };
  return transform.call({ error }, code).code;
}

test('a part is left out of a module, and all else stays', () => {
  expect(built('first();\ncache();\nlast();\n')).toBe('first();\nnone();\nlast();\n');
});

test('a module that has the part elsewhere is not built', () => {
  expect(() => built('first();\nlast();\n')).toThrow(
    'The library has its cache in another place than is known.',
  );
});
