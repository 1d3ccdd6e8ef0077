import type { z } from 'zod/mini';

/** What cannot be read. */
export const UNREADABLE_PART = Symbol('unreadable');

type Read = (value: unknown) => unknown;

/**
 * Reads a value that is ours alone by a schema, without the copy that parsing makes: a library of 18,516 rows is read
 * at once, and parsing takes as long as reading. What is missing and has a default is put in; what the schema does not
 * name stays. Of what is none of the plain things below the schema itself says.
 */
export function readInPlace<Value>(
  schema: z.ZodMiniType<Value>,
): (value: unknown) => Value | typeof UNREADABLE_PART {
  return readerOf(schema) as (value: unknown) => Value | typeof UNREADABLE_PART;
}

/** Made when it reads first, as its schema is. */
function readerLater(schemaOf: () => z.core.$ZodType): Read {
  let read: Read | undefined;
  return (value) => (read ??= readerOf(schemaOf()))(value);
}

function readerOf(schema: z.core.$ZodType): Read {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.checks !== undefined && def.checks.length > 0) {
    const range = def.type === 'number' ? rangeOf(def.checks) : null;
    return range ?? byParsing(schema);
  }
  switch (def.type) {
    case 'string':
      return (value) => (typeof value === 'string' ? value : UNREADABLE_PART);
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : UNREADABLE_PART);
    case 'number':
      return (value) => (Number.isFinite(value) ? value : UNREADABLE_PART);
    case 'unknown':
      return (value) => (value !== undefined ? value : UNREADABLE_PART);
    case 'literal':
      return oneOf(def.values);
    case 'enum':
      return oneOf(Object.values(def.entries));
    case 'lazy':
      return readerLater(def.getter);
    case 'nullable':
      return orNull(readerOf(def.innerType));
    case 'catch':
      return orElse(readerOf(def.innerType), def.catchValue as () => unknown);
    case 'default':
      return orDefault(readerOf(def.innerType), () => structuredClone(def.defaultValue));
    case 'array':
      return eachOf(readerOf(def.element));
    case 'tuple':
      return placesOf(def.items);
    case 'object':
      return fieldsOf(def.shape);
    default:
      return byParsing(schema);
  }
}

function byParsing(schema: z.core.$ZodType): Read {
  return (value) => {
    const parsed = (schema as z.ZodMiniType).safeParse(value);
    return parsed.success ? parsed.data : UNREADABLE_PART;
  };
}

function oneOf(values: readonly unknown[]): Read {
  return (value) => (values.includes(value) ? value : UNREADABLE_PART);
}

function orNull(read: Read): Read {
  return (value) => (value === null ? null : read(value));
}

function orElse(read: Read, instead: () => unknown): Read {
  return (value) => {
    const found = read(value);
    return found === UNREADABLE_PART ? instead() : found;
  };
}

/** A number between two others; null where it is checked for anything else. */
function rangeOf(checks: readonly z.core.$ZodCheck[]): Read | null {
  let [from, to] = [-Infinity, Infinity];
  for (const check of checks) {
    const def = check._zod.def as z.core.$ZodCheckLessThanDef;
    if (def.check !== 'less_than' && def.check !== 'greater_than') return null;
    if (!def.inclusive || typeof def.value !== 'number') return null;
    if (def.check === 'less_than') to = Math.min(to, def.value);
    else from = Math.max(from, def.value);
  }
  return (value) =>
    Number.isFinite(value) && (value as number) >= from && (value as number) <= to
      ? value
      : UNREADABLE_PART;
}

function orDefault(read: Read, makeDefault: () => unknown): Read {
  return (value) => (value === undefined ? makeDefault() : read(value));
}

function eachOf(read: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return UNREADABLE_PART;
    const items: unknown[] = value;
    for (let at = 0; at < items.length; at++) {
      const item = read(items[at]);
      if (item === UNREADABLE_PART) return UNREADABLE_PART;
      if (item !== items[at]) items[at] = item;
    }
    return items;
  };
}

/** Those at its end may be missing, where the schema says so. */
function placesOf(items: readonly z.core.$ZodType[]): Read {
  const readers = items.map((item) => readerOf(insideOf(item)));
  const least = items.findLastIndex((item) => !isOptional(item)) + 1;
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > readers.length) {
      return UNREADABLE_PART;
    }
    const places: unknown[] = value;
    for (let at = 0; at < places.length; at++) {
      const part = readers[at]?.(places[at]);
      if (part === UNREADABLE_PART) return UNREADABLE_PART;
      if (part !== places[at]) places[at] = part;
    }
    return places;
  };
}

/** Of an optional part that is there, the rest of its schema says. */
function isOptional(schema: z.core.$ZodType): boolean {
  return (schema as z.core.$ZodTypes)._zod.def.type === 'optional';
}

function insideOf(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' ? def.innerType : schema;
}

function fieldsOf(shape: z.core.$ZodShape): Read {
  const fields = Object.entries(shape).map(([name, field]) => {
    return { name, isMissable: isOptional(field), read: readerOf(insideOf(field)) };
  });
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return UNREADABLE_PART;
    const row = value as Record<string, unknown>;
    for (const { name, isMissable, read } of fields) {
      if (isMissable && !(name in row)) continue;
      const before = row[name];
      const part = read(before);
      if (part === UNREADABLE_PART) return UNREADABLE_PART;
      if (part !== before) row[name] = part;
    }
    return row;
  };
}
