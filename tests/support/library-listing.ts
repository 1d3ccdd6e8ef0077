import { HashRoute } from '@/components/app/hash-route.svelte';
import type { TitlesSoFar } from '@/components/app/library-titles.svelte';
import { LibraryListing } from '@/components/library/library-listing.svelte';

type Given = ConstructorParameters<typeof LibraryListing>;

interface ListingSaid {
  soFar?: () => TitlesSoFar;
  locale?: string;
  settings?: Given[4];
  onchange?: Given[5];
}

/** A listing by the page's address, of no games where none are said. */
export function aLibraryListing({
  soFar = () => ({ titles: [], unreadable: 0, complete: true }),
  locale = 'en',
  settings,
  onchange,
}: ListingSaid = {}): LibraryListing {
  return new LibraryListing(new HashRoute(), soFar, () => true, locale, settings, onchange);
}
