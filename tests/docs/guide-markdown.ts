import { format, resolveConfig } from 'prettier';
import type { GuideEntry, GuideSection } from '../../utils/words/guide/entry';
import { headingOf } from '../../utils/words/guide/entry-texts';
import { GUIDE_INTRODUCTION, GUIDE_SECTIONS } from '../../utils/words/guide/sections';
import { textPieces, type GuideText } from '../../utils/words/guide/text-pieces';
import { PRIVACY } from '../../utils/words/names';
import { PRIVACY_ENTRIES, PRIVACY_INTRODUCTION } from '../../utils/words/privacy';
import { ZONES } from '../../utils/words/token-life';

const OWN = '#/guide/';
const NOTE = '<!-- Written by `npm run guide` from utils/words/en/guide.json: change it there. -->';
const PRIVACY_NOTE =
  '<!-- Written by `npm run guide` from utils/words/en/privacy.json: change it there. -->';

/** The guide as `docs/guide.md` has it, from the same texts as the page. */
export async function guideMarkdown(path: string): Promise<string> {
  const text = [NOTE, '# Guide', GUIDE_INTRODUCTION, contents(GUIDE_SECTIONS)]
    .concat(GUIDE_SECTIONS.flatMap(sectionMarkdown))
    .join('\n\n');
  return formatted(text, path);
}

/** The privacy page as `docs/privacy.md` has it, likewise. */
export async function privacyMarkdown(path: string): Promise<string> {
  const text = [PRIVACY_NOTE, `# ${PRIVACY}`, PRIVACY_INTRODUCTION]
    .concat(PRIVACY_ENTRIES.map((entry) => entryMarkdown(entry)))
    .join('\n\n');
  return formatted(text.replaceAll('\n### ', '\n## '), path);
}

async function formatted(text: string, path: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

function contents(sections: readonly GuideSection[]): string {
  return sections.map(({ anchor, title }) => `- [${title}](#${anchor})`).join('\n');
}

function sectionMarkdown({ anchor, title, isNumbered, entries }: GuideSection): string[] {
  return [
    `<a id="${anchor}"></a>\n\n## ${title}`,
    ...entries.map((entry, index) =>
      entryMarkdown(entry, isNumbered === true ? index + 1 : undefined),
    ),
  ];
}

function entryMarkdown(entry: GuideEntry, number?: number): string {
  const { anchor, title, paragraphs, picture, list = [], zones, after = [] } = entry;
  const items = list.map((item) => `- ${linked(item)}`);
  const colours = Object.entries(zones ?? {}).map(
    ([zone, text]) => `- **${ZONES[zone as keyof typeof ZONES]}** (${zone}): ${linked(text)}`,
  );
  return [
    `<a id="${anchor}"></a>\n\n### ${headingOf({ title, number })}`,
    ...paragraphs.map(linked),
    picture === undefined ? '' : `![${picture.alternative}](../public/guide/${picture.file})`,
    [...items, ...colours].join('\n'),
    ...after.map(linked),
  ].join('\n\n');
}

/** With links to other entries as they are here; a page of the product is only named. */
function linked(text: GuideText): string {
  return textPieces(text)
    .map(({ kind, text: words, address = '' }) => {
      if (kind === 'words') return words;
      if (kind === 'code') return `\`${words}\``;
      if (address.startsWith(OWN)) return `[${words}](#${address.slice(OWN.length)})`;
      if (address === '#/privacy') return `[${words}](privacy.md)`;
      return address.startsWith('#') ? `**${words}**` : `[${words}](${address})`;
    })
    .join('');
}
