import { browser } from 'wxt/browser';
import type { z } from 'zod/mini';
import { parsedOr } from '../schema/parsed-or';
import { readLocal, removeLocal, writeLocal } from './local-area';
import type { LocalKey, SessionKey } from './stored-keys';

/** One value that outlives the worker. What is not there, or of another shape, is the fallback. */
export interface StoredValue<Value> {
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  forget(): Promise<void>;
}

/** A value in `storage.local`, on the disk. */
export function localValue<Value>(
  key: LocalKey,
  schema: z.ZodMiniType<Value>,
  fallback: Value,
): StoredValue<Value> {
  return {
    read: async () => parsedOr(fallback, schema, (await readLocal([key]))[key]),
    write: (value) => writeLocal({ [key]: value }),
    forget: () => removeLocal(key),
  };
}

/** A value in `storage.session`, in memory: gone with the browser. */
export function sessionValue<Value>(
  key: SessionKey,
  schema: z.ZodMiniType<Value>,
  fallback: Value,
): StoredValue<Value> {
  const { session } = browser.storage;
  return {
    read: async () => parsedOr(fallback, schema, (await session.get(key))[key]),
    write: (value) => session.set({ [key]: value }),
    forget: () => session.remove(key),
  };
}
