import type { LibraryTitle } from '../../utils/domain/library/title';
import type { LibraryListing } from './library-listing.svelte';

/**
 * Goes from one game to another, for as long as that takes: each time the titles in the order of the listing that has
 * this one, as they are shown, or were while it was among them. What the player says of a game may take it out of what
 * they go through. All of them, where it was not shown.
 */
export function goThrough(listing: LibraryListing): (npCommunicationId: string) => LibraryTitle[] {
  let ids: readonly string[] = [];
  return (npCommunicationId) => {
    const shown = listing.stacks.flatMap(({ title, others }) =>
      [title, ...others].map((each) => each.npCommunicationId),
    );
    if (shown.includes(npCommunicationId)) ids = shown;
    const all = listing.ordered.map(({ title }) => title);
    if (!ids.includes(npCommunicationId)) return all;
    // As they are by now: one may have gone.
    const byId = Map.groupBy(all, (title) => title.npCommunicationId);
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
}
