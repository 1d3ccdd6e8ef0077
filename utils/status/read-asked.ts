import type { AskedDay } from '../domain/history/asked-of-sony';
import { storedAskedOfSony } from './values';

/** What was asked of Sony in the last days, today last. */
export function readAsked(): Promise<readonly AskedDay[]> {
  return storedAskedOfSony.read();
}
