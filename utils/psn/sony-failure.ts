import { FailureError, type Failure } from '../domain/failure';

interface Details {
  /** The one id that Sony does not know, of those that were asked for. */
  unknownId?: string | null;
  /** The time limit was over. */
  isTimeout?: boolean;
}

/** A failed request, with what only whoever asks again needs to know: none of that is stored or shown. */
export class SonyFailureError extends FailureError {
  readonly unknownId: string | null;
  readonly isTimeout: boolean;

  constructor(failure: Failure, { unknownId = null, isTimeout = false }: Details = {}) {
    super(failure);
    this.unknownId = unknownId;
    this.isTimeout = isTimeout;
  }
}

/** The id that a refusal names, for example in `Resource not found (npTitleId='SSSA01325_00')`. */
export function unknownIdIn(text: string): string | null {
  return /npTitleId='([^']+)'/.exec(text)?.[1] ?? null;
}
