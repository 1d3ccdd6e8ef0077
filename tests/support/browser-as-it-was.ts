import { fakeBrowser } from '@webext-core/fake-browser';

type Properties = Record<string, PropertyDescriptor>;

/** What each part of the browser's API consists of before any test has put something in its place. */
const parts = Object.values(fakeBrowser)
  .filter((part: unknown): part is object => typeof part === 'object' && part !== null)
  .map((part): [object, Properties] => [part, Object.getOwnPropertyDescriptors(part)]);

/** Takes back what was put in the place of functions: resetting the browser leaves that. */
export function restoreBrowser(): void {
  for (const [part, properties] of parts) {
    for (const name of Object.keys(part)) {
      if (!(name in properties)) Reflect.deleteProperty(part, name);
    }
    Object.defineProperties(part, properties);
  }
}
