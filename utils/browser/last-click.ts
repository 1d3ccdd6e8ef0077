import * as z from 'zod/mini';
import { storedValue } from './stored-value';

/** When the player last clicked for something of the connection that is not over yet. Gone with the browser's end. */
export const lastClick = storedValue<number | null>('session', 'clickedAt', z.number(), null);
