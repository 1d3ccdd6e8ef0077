/**
 * All that the popup has beside what its first frame draws: together, so that it is one chunk. Loaded once that frame is
 * seen, and at once where more is to be said than it can.
 */
export { canSync } from '../../utils/domain/connection/can-sync';
export { needOf } from '../../utils/domain/connection/need';
export { prepareToAsk } from '../../utils/messaging/ask-background';
export { Requests } from '../app/requests.svelte';
export { followFocus } from '../app/lost-focus';
export { wakeWhileUnfinished } from '../app/wake-background.svelte';
export { default as TokenLifeCard } from '../connection/TokenLifeCard.svelte';
export { default as NeedWay } from '../connection/NeedWay.svelte';
export { default as SyncFailure } from '../sync/SyncFailure.svelte';
export { tellNewsSeen } from './news-seen.svelte';
export { default as BelowTitles } from './BelowTitles.svelte';
export { default as PopupNotes } from './PopupNotes.svelte';
