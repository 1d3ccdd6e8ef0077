import * as z from 'zod/mini';
import { storedValue } from './stored-value';

/** The extension has just been installed, and the player has not been greeted yet. */
export const welcomeDue = storedValue('local', 'welcomeDue', z.boolean(), false);
