import type { z } from 'zod/mini';
import { parsedOr } from '../schema/parsed-or';
import { changeLocal, readLocal, removeLocal, writeLocal } from './local-area';
import { readSessionArea, removeSessionArea, writeSessionArea } from './session-area';
import type { LocalKey, SessionAreaKey } from './stored-keys';

/** One value that outlives the worker. What is not there, or of another shape, is the fallback. */
export interface StoredValue<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  forget(): Promise<void>;
  /** The value in what was read of its area. */
  parse(stored: unknown): Value;
}

/** In `storage.local`, on the disk, in an area that is also cleared as a whole. */
export interface LocalValue<Value> extends StoredValue<Value> {
  /** Reads, updates and writes in one go. Writes nothing where the update hands back what it was given. */
  change(update: (current: Value) => Value): Promise<void>;
}

export function storedValue<Value>(
  area: 'local',
  key: LocalKey,
  schema: z.ZodMiniType<Value>,
  fallback: Value,
): LocalValue<Value>;
export function storedValue<Value>(
  area: 'session',
  key: SessionAreaKey,
  schema: z.ZodMiniType<Value>,
  fallback: Value,
): StoredValue<Value>;
export function storedValue<Value>(
  ...[area, key, schema, fallback]:
    | [area: 'local', key: LocalKey, schema: z.ZodMiniType<Value>, fallback: Value]
    | [area: 'session', key: SessionAreaKey, schema: z.ZodMiniType<Value>, fallback: Value]
): StoredValue<Value> {
  const parse = (stored: unknown): Value => parsedOr(fallback, schema, stored);
  return area === 'local' ? localValue(key, parse) : sessionAreaValue(key, parse);
}

function localValue<Value>(key: LocalKey, parse: (stored: unknown) => Value): LocalValue<Value> {
  return {
    parse,
    read: async () => parse((await readLocal([key]))[key]),
    write: (value) => writeLocal({ [key]: value }),
    forget: () => removeLocal(key),
    change: (update) =>
      changeLocal([key], (stored) => {
        const current = parse(stored[key]);
        const changed = update(current);
        return changed === current ? null : { [key]: changed };
      }),
  };
}

function sessionAreaValue<Value>(
  key: SessionAreaKey,
  parse: (stored: unknown) => Value,
): StoredValue<Value> {
  return {
    parse,
    read: async () => parse((await readSessionArea(key))[key]),
    write: (value) => writeSessionArea({ [key]: value }),
    forget: () => removeSessionArea([key]),
  };
}
