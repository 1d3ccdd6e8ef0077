import { browser } from 'wxt/browser';
import type { OldSessionKey, SessionKey } from './stored-keys';

/** `storage.session`: in memory, closed to web pages, gone with the browser. */

export function readSession(key: SessionKey): Promise<Partial<Record<SessionKey, unknown>>> {
  return browser.storage.session.get(key);
}

export function writeSession(values: Partial<Record<SessionKey, unknown>>): Promise<void> {
  return browser.storage.session.set(values);
}

export function removeSession(keys: readonly (SessionKey | OldSessionKey)[]): Promise<void> {
  return browser.storage.session.remove([...keys]);
}

export function clearSession(): Promise<void> {
  return browser.storage.session.clear();
}
