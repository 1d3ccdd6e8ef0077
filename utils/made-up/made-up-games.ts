/** How far the made-up player has come with a game. */
export type Reached = 'all' | 'platinum' | 'close' | 'half' | 'begun' | 'nothing';

/** A game that nobody has ever made. */
export interface MadeUpGame {
  name: string;
  platform: string;
  reached: Reached;
  addOn: string | null;
}

const PLATFORMS: Record<string, string> = { 5: 'PS5', 4: 'PS4', 3: 'PS3', V: 'PSVITA' };
const REACHED: Record<string, Reached> = {
  a: 'all',
  p: 'platinum',
  c: 'close',
  h: 'half',
  b: 'begun',
  n: 'nothing',
};

/** Played last first: the platform, how far it got, the name, and an add-on where there is one. */
const GAMES = `5h Lantern Harbour/The Long Thaw
5c Salt and Signal
4p Copper Caravan/Beyond the Weir
5b Wren’s Observatory
5a The Paper Lighthouse
4c Ember Station
5h Tales of the Hushed Orchard/Crown of Reeds
5a Quartz Circuit 2
4h Bramble Watch
5n Verdant Spire
4a Thistle Courier
5b Umber Isles
4p Gilded Junction/Last Bell
5h Obsidian Monsoon
4h Juniper Crossing
5c Mistral Zeppelin
4b Sable Theatre
4a Willow Ferry
5h Ashlight: Northern Line/Under Two Moons
4h Cobalt Quarry
3a Saffron Railway
4b Dusk Meridian
4p Kestrel Outpost
5n Velvet Foundry
4h Tallow Garden
Vc Opal Drift
4h Rookery: The Glassmaker
5b Fathom Voyage/Songs for the Tide
4a Wintering Summit
4h Cinder Parade
3p Marrow Bastion
4b Zenith Workshop
5h Ivory Tides
4c Slate Expedition/Where Rivers Sleep
Va Nettle Aviary
4h Amber Causeway
4b Glass Choir
3h Harrow Delta
4a Wicker Pilgrim
4h Sundered Ledger: Seventh Winter
4n Lantern Harbour Zero
3c Umber Harbour
4h Copper Observatory
4b Velvet Tempest
Vh Juniper Bellows
3a Ember Foundry II
4p Salt Reverie/The Cartographer
4h Quartz Garden
3b Dusk Railway
4h The Hushed Station
3h Thistle Circuit
Vb Willow Workshop
4b Kestrel Meridian
3p Amber Watch
4h Cobalt Lighthouse
3h Saffron Voyage
3b Marrow Caravan
Vn Opal Orchard
3a Glass Summit
3h Slate Courier`;

export const MADE_UP_GAMES: readonly MadeUpGame[] = GAMES.split('\n').map((line) => {
  const [name = '', addOn = null] = line.slice(3).split('/');
  return {
    name,
    addOn,
    platform: PLATFORMS[line.charAt(0)] ?? '',
    reached: REACHED[line.charAt(1)] ?? 'nothing',
  };
});
