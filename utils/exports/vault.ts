import { isGone } from '../domain/library/title';
import { sumOfGrades, type Grade } from '../domain/trophies/grades';
import type { Trophy } from '../domain/trophies/trophy-set';
import { annotationsAlone } from './annotations-alone';
import { percentOf, percentSaid, platformInFull, playHours } from './cell-values';
import type { ClockTexts } from './clock-texts';
import { fileNames } from './file-names';
import { frontMatter, type FrontMatterValue } from './front-matter';
import { gameFacts } from './game-facts';
import {
  readGames,
  type ExportedGame,
  type ExportRun,
  type LibraryToExport,
} from './library-to-export';
import { zipChunks, type ZippedFile } from './zip-chunks';

/** What notes say besides names and numbers. */
export interface VaultWords {
  grades: Record<Grade, string>;
  /** Of a game whose trophies cannot be read. */
  unread: string;
}

const FOLDER = 'Trophy Shelf';

/** A zip with a note for each game, as Obsidian and others read them: `vault.zip`. */
export function vault(
  library: LibraryToExport,
  clock: ClockTexts,
  words: VaultWords,
  run: ExportRun = {},
): AsyncGenerator<Uint8Array> {
  return zipChunks(notesOf(library, clock, words, run), clock.now);
}

async function* notesOf(
  library: LibraryToExport,
  clock: ClockTexts,
  words: VaultWords,
  run: ExportRun,
): AsyncGenerator<ZippedFile> {
  const names = fileNames(library.titles.map(({ npCommunicationId: id, name }) => ({ id, name })));
  for await (const games of readGames(library, run)) {
    for (const game of games) {
      const fileName = names.get(game.title.npCommunicationId)!;
      const properties = frontMatter(propertiesOf(game, clock, fileName));
      const lines = [
        ...(game.set?.trophies ?? []).flatMap((trophy) => linesOf(trophy, game, clock, words)),
        ...(game.isUnread ? [inMarkdown(words.unread)] : []),
        ...linesAlone(game),
      ];
      yield { path: `${FOLDER}/${fileName}.md`, text: `${properties}\n${lines.join('\n')}\n` };
    }
  }
}

function propertiesOf(
  game: ExportedGame,
  clock: ClockTexts,
  fileName: string,
): Record<string, FrontMatterValue> {
  const { title } = game;
  const facts = gameFacts([game], clock);
  const dayOf = (at: number | null): FrontMatterValue => {
    const day = clock.day(at);
    return day === '' ? null : { day };
  };
  return {
    title: title.name,
    aliases: title.name === fileName ? [] : [title.name],
    platforms: facts.platforms.map(platformInFull),
    status: facts.status,
    progress: title.progress,
    earned: sumOfGrades(title.earned),
    trophies: sumOfGrades(title.defined),
    platinum: title.earned.platinum === null ? null : facts.hasPlatinum,
    hours: playHours(facts.playSeconds),
    first_played: dayOf(facts.firstPlayedAt),
    last_played: dayOf(title.lastPlayedSource === 'played-list' ? title.lastPlayedAt : null),
    last_trophy: dayOf(title.tally?.lastEarnedAt ?? null),
    platinum_earned: dayOf(facts.platinumAt),
    completed: dayOf(title.tally?.completedAt ?? null),
    tags: facts.tags.flatMap(asTag),
    own_tags: facts.tags,
    hidden: title.hidden || title.hide === true,
    gone_from_psn: isGone(title),
    np_communication_id: title.npCommunicationId,
    np_title_id: facts.npTitleIds,
    psn_concept_id: facts.conceptIds,
  };
}

/** In a note a tag is one word with a letter. */
function asTag(tag: string): string[] {
  const word = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/gu, '');
  return /\p{L}/u.test(word) ? [word] : [];
}

/** A trophy as a task, with its text and what was noted below it. */
function linesOf(
  trophy: Trophy,
  { annotations }: ExportedGame,
  clock: ClockTexts,
  { grades }: VaultWords,
): string[] {
  const note = annotations.find(({ trophyId }) => trophyId === trophy.trophyId)?.note ?? '';
  const rate = percentOf(trophy.rates.at(-1)?.rate);
  const facts = [
    `**${inMarkdown(trophy.name)}**`,
    trophy.grade === null ? '' : grades[trophy.grade],
    percentSaid(rate),
    trophy.earned === true ? clock.day(trophy.earnedAt) : '',
  ].filter((text) => text !== '');
  // A task is open or done: what is not known is none.
  const task = trophy.earned === null ? '' : trophy.earned ? '[x] ' : '[ ] ';
  const detail = inMarkdown(trophy.detail);
  return [
    `- ${task}${facts.join(' · ')}`,
    ...(detail === '' ? [] : [`  ${detail}`]),
    ...quoted(note).map((line) => `  ${line}`),
  ];
}

/** Notes of trophies that are not here, each on its own. */
function linesAlone(game: ExportedGame): string[] {
  return annotationsAlone(game).flatMap(({ note }) => (note === '' ? [] : ['', ...quoted(note)]));
}

function quoted(note: string): string[] {
  return note === '' ? [] : note.split(/\r\n?|\n/u).map((line) => `> ${inMarkdown(line)}`);
}

/** One line of text that is nothing else: no heading, no list, no link, no tag, no HTML. */
function inMarkdown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$%^=&!+-]/gu, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}
