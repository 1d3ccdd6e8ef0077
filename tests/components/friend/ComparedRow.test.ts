import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ComparedRow from '@/components/friend/ComparedRow.svelte';
import type { LibraryQueries } from '@/utils/database/queries';
import { comparedGames } from '@/utils/domain/friend/compared-games';
import * as words from '@/utils/words/en/friend.json';
import { aLibraryTitle } from '../../support/library-titles';

const mine = aLibraryTitle({ npCommunicationId: 'NPWR00001_00', name: 'Lantern Keepers' });

test.each([true, false])(
  'another edition is said to be one, and its trophies do not stand beside each other (%s)',
  async (isOther) => {
    const theirs = aLibraryTitle({
      npCommunicationId: isOther ? 'NPWR00002_00' : 'NPWR00001_00',
      ...{ name: 'Lantern Keepers: Deluxe Edition', platforms: ['PS4'] },
    });
    const { getByText, getByRole } = await render(ComparedRow, {
      ...{
        game: comparedGames([mine], [theirs])[0]!,
        friend: 'Bo',
        owner: null,
        theirs: null,
        now: 0,
      },
      ...{ queries: {} as LibraryQueries, showsSecrets: false, open: false },
      ontoggle: () => undefined,
    });
    await expect.element(getByText(words.ahead.level)).toBeVisible();
    const said = words.otherEdition({ name: theirs.name, platforms: 'PS4' });
    expect(getByText(said).elements()).toHaveLength(Number(isOther));
    expect(getByRole('button').elements()).toHaveLength(Number(!isOther));
  },
);
