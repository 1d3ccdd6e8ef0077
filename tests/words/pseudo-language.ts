import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { Plugin } from 'vite';
import type { Messages } from '../../compile-words.ts';
import { readCatalogue } from '../../words-plugin.ts';
import { cataloguesIn } from './catalogues.ts';

/** A language of nobody's: English 40 % longer, in brackets, and read from the right. */
export const PSEUDO = 'ar-XB';

const BRACKETS = ['⟦', '⟧'] as const;

/** A message as a translator of that language would hand it in. */
export function pseudo(text: string): string {
  const longer = 'ẋ'.repeat(Math.ceil(0.4 * lengthOf(parse(text)))).replace(/.{6}(?=.)/gu, '$& ');
  return `${BRACKETS[0]}${printAST(accented(parse(text)))} ${longer}${BRACKETS[1]}`;
}

const ACCENTS = new Map(
  [...'aeiouycnAEIOUYCN'].map((letter, at) => [letter, 'áéíóúýçñÁÉÍÓÚÝÇÑ'[at]]),
);

function accented(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) {
      return {
        ...element,
        value: element.value.replace(/./gu, (each) => ACCENTS.get(each) ?? each),
      };
    }
    if (element.type === TYPE.tag) return { ...element, children: accented(element.children) };
    if (element.type !== TYPE.plural) return element;
    // Its own forms: six of them.
    const other = accented(element.options.other?.value ?? []);
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [
      form,
      { value: other },
    ]);
    return { ...element, options: Object.fromEntries(forms) as typeof element.options };
  });
}

function lengthOf(elements: MessageFormatElement[]): number {
  return elements.reduce((length, element) => {
    if (element.type === TYPE.literal) return length + element.value.length;
    if (element.type === TYPE.tag) return length + lengthOf(element.children);
    return (
      length + (element.type === TYPE.plural ? lengthOf(element.options.other?.value ?? []) : 6)
    );
  }, 0);
}

export function pseudoCatalogue<Catalogue extends Messages>(messages: Catalogue): Catalogue {
  return JSON.parse(JSON.stringify(messages), (_, value: unknown) =>
    typeof value === 'string' ? pseudo(value) : value,
  ) as Catalogue;
}

/** Writes the language's catalogues to a folder, as a translator would, and has a build take them for the English. */
export function inPseudoLanguage(folder: string): Plugin {
  const own = `${folder}/words/${PSEUDO}`;
  mkdirSync(own, { recursive: true });
  for (const path of cataloguesIn('en').values()) {
    const messages = JSON.stringify(pseudoCatalogue(readCatalogue(path)));
    writeFileSync(`${own}/${basename(path)}`, messages);
  }
  writeFileSync(`${folder}/language.ts`, `export const LANGUAGE = '${PSEUDO}';`);
  return {
    name: 'pseudo-language',
    enforce: 'pre',
    resolveId(source) {
      if (/\/en\/[\w-]+\.json$/.test(source)) return `${own}/${basename(source)}`;
      return source.endsWith('/words/language') ? `${folder}/language.ts` : null;
    },
  };
}
