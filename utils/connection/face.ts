import { failureOf } from '../domain/failure';
import type { Player } from '../domain/player';
import type { PsnProfile } from './ports';

/** The account's face, or one without features: a profile that Sony cannot give must not keep anybody out. */
export async function faceOf(profile: PsnProfile, accountId: string): Promise<Player> {
  try {
    return await profile.player(accountId);
  } catch (thrown) {
    if (failureOf(thrown).cause === 'token-refused') throw thrown;
    return { accountId, onlineId: null, avatarUrl: null, isPlus: false };
  }
}
