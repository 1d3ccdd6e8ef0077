import type { z } from 'zod/mini';

/** What a schema asks for, in lines that can be compared: `earned.bronze: number`. */
export function shapeOf(schema: z.core.$ZodType): string[] {
  return linesOf(schema, '').sort();
}

function linesOf(schema: z.core.$ZodType, at: string): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) =>
        linesOf(field, at === '' ? name : `${at}.${name}`),
      );
    case 'array':
      return linesOf(def.element, `${at}[]`);
    case 'tuple':
      return def.items.flatMap((item, place) => linesOf(item, `${at}[${String(place)}]`));
    case 'union':
      return def.options.flatMap((option, place) => linesOf(option, `${at}|${String(place)}`));
    case 'nullable':
      return [`${at}: null`, ...linesOf(def.innerType, at)];
    case 'default':
      return [`${at}: or ${JSON.stringify(def.defaultValue)}`, ...linesOf(def.innerType, at)];
    case 'optional':
      return [`${at}: or nothing`, ...linesOf(def.innerType, at)];
    case 'lazy':
      return linesOf(def.getter(), at);
    case 'catch':
      return linesOf(def.innerType, at);
    case 'enum':
      return Object.values(def.entries).map((value) => `${at}: ${JSON.stringify(value)}`);
    case 'literal':
      return def.values.map((value) => `${at}: ${JSON.stringify(value)}`);
    default:
      return [`${at}: ${def.type}`];
  }
}
