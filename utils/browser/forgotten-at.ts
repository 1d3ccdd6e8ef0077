import * as z from 'zod/mini';
import { storedValue } from './stored-value';

/** When deletions of a year ago were forgotten last, by Sony's clock. */
export const forgottenAt = storedValue<number | null>('session', 'forgottenAt', z.number(), null);
