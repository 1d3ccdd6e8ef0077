import type { SaidPlayer } from '../domain/connection/player';
import type { PsnProfile } from './ports';

/** The account's profile, or an empty one: a profile that Sony cannot give must not keep anybody out. */
export async function profileOf(profile: PsnProfile, accountId: string): Promise<SaidPlayer> {
  return profile
    .player(accountId)
    .catch(() => ({ accountId, onlineId: null, avatarUrl: null, isPlus: null }));
}
