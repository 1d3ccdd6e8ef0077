import type { GuideEntry } from './entry';

export const WHAT_YOU_GET = [
  {
    anchor: 'every-game',
    title: 'For every game with a trophy set',
    paragraphs: ['In the [library](#/library), for every game that Sony has a trophy list of:'],
    list: [
      'progress in percent, as Sony counts it',
      'bronze, silver, gold and platinum: how many you have, of how many',
      'when you last played it',
    ],
    after: [
      'Of the games that you picked or opened also every trophy, by add-on: its text and picture, the day on which you earned it, how rare it is, and your own note and pin.',
    ],
  },
  {
    anchor: 'consoles',
    title: 'Best on PS5 and PS4, less on PS3 and PS Vita',
    paragraphs: [
      'For PS5 and PS4 games Sony tells the playtime and when you last played. For PS3 and PS Vita games it tells neither: there “Last trophy” stands in the place of “Played”, and the playtime is unknown.',
      'How far you are with a single trophy, like 3 of 9, Sony tells for PS5 and PC trophies only.',
    ],
  },
  {
    anchor: 'how-much-is-asked',
    title: 'What is fetched, and when',
    paragraphs: [
      'First all your games with their numbers, then when you played them, then the trophies of the games that you picked.',
      'Afterwards only what has changed is asked for: on a day without play that is two requests, and once a week the lists are read whole.',
      'Sony allows about 300 requests in 15 minutes. Trophy Shelf stays below that, waits where it has to, and goes on by itself.',
    ],
  },
  {
    anchor: 'how-long-it-lasts',
    title: 'How long a connection lasts',
    paragraphs: [
      'There are two clocks. Your sign-in at PlayStation lasts about 60 days. What it is traded for ends sooner, at present after about 10 days, and using it does not prolong it.',
      'While you stay signed in at PlayStation in this browser, Trophy Shelf looks at your sign-in once a day and trades it for more time. So the connection lasts as long as the sign-in, and the countdown says so.',
      'Nothing prolongs the sign-in itself: only signing in again does. [Settings](#/settings) shows both clocks.',
    ],
  },
] as const satisfies readonly GuideEntry[];
