/** All that only a popup with something to note needs: together, so that it is one chunk, loaded when it is wanted. */
export { canSync } from '../../utils/domain/connection/can-sync';
export { needOf } from '../../utils/domain/connection/need';
export { default as TokenLifeCard } from '../connection/TokenLifeCard.svelte';
export { default as PopupNotes } from './PopupNotes.svelte';
export { default as NeedWay } from '../connection/NeedWay.svelte';
