import { pictureUrl } from '../domain/picture-hosts';
import { sumOfGrades, type Grade } from '../domain/trophies/grades';
import type { Trophy } from '../domain/trophies/trophy-set';
import { hueOf, initialsOf } from '../format/initials';
import { annotationsAlone } from './annotations-alone';
import { PAGE_END, pageStart, TILES, type PageHead } from './archive-page';
import { percentOf, percentSaid, platformInFull } from './cell-values';
import type { ClockTexts } from './clock-texts';
import { gameFacts } from './game-facts';
import { inHtml } from './html-text';
import {
  readGames,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';

/** What the page says besides names and numbers. */
export interface ArchiveWords {
  grades: Record<Grade, string>;
  /** Of a trophy that is a secret, and not earned: its name is behind it. */
  secret: string;
  earned: string;
  notEarned: string;
  /** Of a game whose trophies cannot be read. */
  unread: string;
}

export interface ArchiveChoice extends PageHead {
  words: ArchiveWords;
  withNotes: boolean;
}

/** Everything as one page that opens without a network: `trophies.html`. */
export async function* archive(
  library: LibraryToExport,
  clock: ClockTexts,
  choice: ArchiveChoice,
  run: ExportRun = {},
): AsyncGenerator<string> {
  yield await pageStart(choice);
  for await (const games of readGames(library, run)) {
    yield games.map((game) => gameOf(game, clock, choice)).join('');
  }
  yield PAGE_END;
}

function gameOf(game: ExportedGame, clock: ClockTexts, choice: ArchiveChoice): string {
  const { title, set } = game;
  const facts = gameFacts([game], clock);
  const unread = game.isUnread ? [`<li>${inHtml(choice.words.unread)}</li>`] : [];
  const [done, all] = [sumOfGrades(title.earned), sumOfGrades(title.defined)];
  const numbers = [
    facts.platforms.map(platformInFull).join(', '),
    percentSaid(title.progress),
    done === null || all === null ? '' : `${String(done)} / ${String(all)}`,
    ...(choice.withNotes ? facts.tags : []),
  ].filter((text) => text !== '');
  return `<details id="${inHtml(title.npCommunicationId)}">
<summary>${coverOf(game, choice)}<h2 dir="auto">${inHtml(title.name)}</h2><span class="small" dir="auto">${inHtml(numbers.join(' · '))}</span></summary>
<ul>
${[...(set?.trophies ?? []).map((trophy) => trophyOf(trophy, game, clock, choice)), ...unread, ...notesAlone(game, choice)].join('\n')}
</ul>
</details>
`;
}

function coverOf({ title }: ExportedGame, { language, withPictures }: ArchiveChoice): string {
  const url = withPictures ? pictureUrl(title.iconUrl) : null;
  const tile = Math.floor((hueOf(title.name) * TILES) / 360);
  const initials = inHtml(initialsOf(title.name, language));
  const picture =
    url === null
      ? ''
      : `<img src="${inHtml(url)}" alt="" loading="lazy" referrerpolicy="no-referrer">`;
  return `<span class="cover" aria-hidden="true"><svg viewBox="0 0 48 48"><rect class="tile-${String(tile)}" width="48" height="48" /><text x="24" y="31">${initials}</text></svg>${picture}</span>`;
}

function trophyOf(
  trophy: Trophy,
  { annotations }: ExportedGame,
  clock: ClockTexts,
  { words, withNotes }: ArchiveChoice,
): string {
  const note = annotations.find(({ trophyId }) => trophyId === trophy.trophyId)?.note ?? '';
  const isSecret = trophy.hidden && trophy.earned !== true;
  const text = `<b>${inHtml(trophy.name)}</b><br>${inHtml(trophy.detail)}`;
  const cup = trophy.grade === null ? '' : cupOf(trophy.grade, words);
  const said = isSecret
    ? `<details><summary>${cup} ${inHtml(words.secret)}</summary>${text}</details>`
    : `${cup} ${text}<br>`;
  const quoted = withNotes ? quoteOf(note) : '';
  const facts = inHtml(factsOf(trophy, clock, words));
  return `<li dir="auto" class="${trophy.earned === true ? 'earned' : 'open'}">${said}<span class="small">${facts}</span>${quoted}</li>`;
}

/** Of trophies that are not here. */
function notesAlone(game: ExportedGame, { withNotes }: ArchiveChoice): string[] {
  const notes = annotationsAlone(game).filter(({ note }) => withNotes && note !== '');
  return notes.map(({ note }) => `<li>${quoteOf(note)}</li>`);
}

function quoteOf(note: string): string {
  return note === '' ? '' : `<blockquote dir="auto">${inHtml(note)}</blockquote>`;
}

function cupOf(grade: Grade, { grades }: ArchiveWords): string {
  return `<svg class="cup ${grade}" role="img" aria-label="${inHtml(grades[grade])}"><use href="#${grade}" /></svg>`;
}

function factsOf(trophy: Trophy, clock: ClockTexts, words: ArchiveWords): string {
  const rate = percentOf(trophy.rates.at(-1)?.rate);
  const state = trophy.earned === null ? '' : trophy.earned ? words.earned : words.notEarned;
  const at = trophy.earned === true ? clock.local(trophy.earnedAt) : '';
  return [`${state} ${at}`.trim(), percentSaid(rate)].filter((text) => text !== '').join(' · ');
}
