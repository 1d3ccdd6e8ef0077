import type { Random } from '../random.ts';
import { between, pick } from '../random.ts';

// prettier-ignore
const FIRST = [
  'Amber', 'Ashlight', 'Bramble', 'Cinder', 'Copper', 'Cobalt', 'Dusk', 'Ember', 'Fathom', 'Gilded',
  'Glass', 'Harrow', 'Hushed', 'Ivory', 'Juniper', 'Kestrel', 'Lantern', 'Marrow', 'Mistral', 'Nettle',
  'Obsidian', 'Opal', 'Paper', 'Quartz', 'Rookery', 'Saffron', 'Sable', 'Salt', 'Slate', 'Sundered',
  'Tallow', 'Thistle', 'Umber', 'Velvet', 'Verdant', 'Wicker', 'Willow', 'Wintering', 'Wren', 'Zenith',
] as const;

// prettier-ignore
const SECOND = [
  'Aviary', 'Bellows', 'Caravan', 'Causeway', 'Choir', 'Circuit', 'Courier', 'Crossing', 'Delta', 'Drift',
  'Expedition', 'Ferry', 'Foundry', 'Garden', 'Harbour', 'Isles', 'Junction', 'Ledger', 'Lighthouse',
  'Meridian', 'Monsoon', 'Observatory', 'Orchard', 'Outpost', 'Parade', 'Pilgrim', 'Quarry', 'Railway',
  'Reverie', 'Signal', 'Spire', 'Station', 'Summit', 'Tempest', 'Theatre', 'Tides', 'Voyage', 'Watch',
  'Workshop', 'Zeppelin',
] as const;

// prettier-ignore
const SUBTITLE = [
  'A Quiet Reckoning', 'Beyond the Weir', 'The Long Thaw', 'Embers of Home', 'Last Bell', 'The Cartographer',
  'Under Two Moons', 'Songs for the Tide', 'The Broken Compass', 'Crown of Reeds', 'Northern Line',
  'The Glassmaker', 'Seventh Winter', 'Ghosts of the Mill', 'Where Rivers Sleep', 'The Paper War',
] as const;

const EDITION = [
  'Remastered',
  'Definitive Edition',
  'Director’s Cut',
  'Anniversary Edition',
] as const;

function inventName(random: Random): string {
  const stem = `${pick(random, FIRST)} ${pick(random, SECOND)}`;
  const shape = between(random, 0, 9);
  if (shape === 0) return `Tales of the ${stem}`;
  if (shape === 1) return `${stem} ${pick(random, ['2', 'II', '3', 'III', 'IV', 'Zero'])}`;
  if (shape === 2 || shape === 3) return `${stem}: ${pick(random, SUBTITLE)}`;
  if (shape === 4) return `${stem} ${pick(random, EDITION)}`;
  if (shape === 5) return `The ${stem}`;
  return stem;
}

/** An invented name that is not among `taken`, and is then. No real game is meant. */
export function newName(random: Random, taken: Set<string>): string {
  let name = inventName(random);
  while (taken.has(name)) {
    const subtitled = `${name}: ${pick(random, SUBTITLE)}`;
    name = taken.has(subtitled) || name.length > 60 ? inventName(random) : subtitled;
  }
  taken.add(name);
  return name;
}

/** The name of an add-on's trophy group. */
export function addOnName(random: Random): string {
  return pick(random, SUBTITLE);
}
