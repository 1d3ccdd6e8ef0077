/** A word beside another, or beside what is put in; or one that begins like a name or a sentence. */
const WORDS = /\p{L}[,.:]? |^ *[,.:]? \p{L}|^\p{Lu}\p{Ll}/u;
const COMMENT = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const PUT_IN = /\$\{[^{}]*\}/g;

/** Words in the code of a module, alone or glued to what is put in: they belong into a catalogue. */
export function findLooseWords(module: string): string[] {
  return [...module.replaceAll(COMMENT, '').matchAll(LITERAL)]
    .flatMap(([, string, template = '']) => string ?? template.split(PUT_IN))
    .filter((text) => WORDS.test(text));
}
