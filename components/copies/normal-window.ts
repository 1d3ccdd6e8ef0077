import { FailureError } from '../../utils/domain/failure';
import { isBeforePrivateWindow } from '../../utils/page/private-window';

/** Fails in a private window: no library is there, and the background sees nothing of what is staged there. */
export async function demandNormalWindow(): Promise<void> {
  if (await isBeforePrivateWindow()) throw new FailureError({ cause: 'private-window' });
}
