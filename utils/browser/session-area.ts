import { browser } from 'wxt/browser';
import type { OldSessionAreaKey, SessionAreaKey } from './stored-keys';

/** `storage.session`: in memory, closed to web pages, gone with the browser. */

export function readSessionArea(
  key: SessionAreaKey,
): Promise<Partial<Record<SessionAreaKey, unknown>>> {
  return browser.storage.session.get(key);
}

export function writeSessionArea(values: Partial<Record<SessionAreaKey, unknown>>): Promise<void> {
  return browser.storage.session.set(values);
}

export function removeSessionArea(
  keys: readonly (SessionAreaKey | OldSessionAreaKey)[],
): Promise<void> {
  return browser.storage.session.remove([...keys]);
}

export function clearSessionArea(): Promise<void> {
  return browser.storage.session.clear();
}
