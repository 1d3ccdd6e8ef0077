import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A catalogue as it is written: ICU messages, and groups of them by state or in an order. */
export type Messages = string | readonly Messages[] | { readonly [key: string]: Messages };

interface Compiled {
  code: string;
  type: string;
}

/** Formatters made once: the code by which one is made, and its name. */
type Formatters = Map<string, string>;

/** What one message takes. */
interface Message {
  values: Map<string, 'string' | 'number'>;
  tags: Set<string>;
  formatters: Formatters;
  usesLocale: boolean;
}

const IDENTIFIER = /^[a-z]\w*$/i;

/**
 * A catalogue as a module: without placeholders a message is a string, with placeholders a function to a string, with
 * tags the parts of a sentence. What they are written with stands at `runtime`, a path.
 */
export function compileWords(catalogue: Record<string, Messages>, runtime: string): string {
  const formatters: Formatters = new Map();
  const exports = Object.entries(catalogue).map(
    ([key, messages]) => `export const ${key} = ${compile(messages, key, formatters).code};`,
  );
  return [
    `import { count, instants, plural } from ${JSON.stringify(runtime)};`,
    ...[...formatters].map(([code, name]) => `const ${name} = /*#__PURE__*/ ${code};`),
    ...exports,
  ].join('\n');
}

/** The same as TypeScript sees it. */
export function typesOfWords(catalogue: Record<string, Messages>): string {
  const exports = Object.entries(catalogue).map(
    ([key, messages]) => `export const ${key}: ${compile(messages, key, new Map()).type};`,
  );
  const isRich = exports.some((line) => line.includes('RichText<'));
  const imports = isRich ? [`import type { RichText } from '../rich-text';`] : [];
  return [...imports, ...exports, ''].join('\n');
}

function compile(messages: Messages, at: string, formatters: Formatters): Compiled {
  if (typeof messages === 'string') return compileMessage(messages, at, formatters);
  const isList = Array.isArray(messages);
  const parts = Object.entries(messages).map(([key, each]) => {
    const { code, type } = compile(each, `${at}.${key}`, formatters);
    return isList
      ? { code, type }
      : { code: `'${key}': ${code}`, type: `readonly '${key}': ${type}` };
  });
  const code = parts.map((part) => part.code).join(', ');
  return isList
    ? { code: `[${code}]`, type: `readonly [${parts.map(({ type }) => type).join(', ')}]` }
    : { code: `{ ${code} }`, type: `{ ${parts.map(({ type }) => type).join('; ')} }` };
}

function compileMessage(text: string, at: string, formatters: Formatters): Compiled {
  const message: Message = { values: new Map(), tags: new Set(), formatters, usesLocale: false };
  try {
    // An escape in ICU: `l'{name}` would lose its placeholder, and nobody would be told.
    if (text.includes("'")) throw new Error('a straight apostrophe: ’ is meant');
    const elements = parse(text, { shouldParseSkeletons: true });
    const isRich = elements.some(({ type }) => type === TYPE.tag);
    const body = isRich ? partsOf(elements, message) : template(elements, message);
    const tags = [...message.tags].sort().map((tag) => `'${tag}'`);
    return asFunction(body, isRich ? `RichText<${tags.join(' | ')}>` : 'string', message);
  } catch (error) {
    throw new Error(`${at}: ${error instanceof Error ? error.message : ''} in “${text}”`, {
      cause: error,
    });
  }
}

function asFunction(body: string, result: string, { values, usesLocale }: Message): Compiled {
  if (values.size === 0) return { code: body, type: result };
  const taken = [...values].map(([name, type]) => `${name}: ${type}`).join('; ');
  return usesLocale
    ? { code: `(v, l) => ${body}`, type: `(values: { ${taken} }, locale: string) => ${result}` }
    : { code: `(v) => ${body}`, type: `(values: { ${taken} }) => ${result}` };
}

function partsOf(elements: MessageFormatElement[], message: Message): string {
  const parts = elements.map((element) => {
    if (element.type !== TYPE.tag) return template([element], message);
    message.tags.add(element.value);
    return `{ tag: '${element.value}', text: ${template(element.children, message)} }`;
  });
  return `[${parts.join(', ')}]`;
}

function template(elements: MessageFormatElement[], message: Message, counted?: string): string {
  const [only] = elements;
  // A bundler writes it where it is used.
  if (elements.length === 1 && only?.type === TYPE.literal) return JSON.stringify(only.value);
  return `\`${elements.map((element) => pieceOf(element, message, counted)).join('')}\``;
}

function pieceOf(element: MessageFormatElement, message: Message, counted?: string): string {
  switch (element.type) {
    case TYPE.literal:
      return element.value.replace(/[\\`]|\$(?=\{)/g, '\\$&');
    case TYPE.argument:
      return `\${${valueOf(element.value, 'string', message)}}`;
    case TYPE.number:
      if (element.style) throw new Error(`{${element.value}} has a style that is not known`);
      return counting(valueOf(element.value, 'number', message), message);
    case TYPE.date:
    case TYPE.time:
      return instantOf(element, message);
    case TYPE.plural: {
      if (element.offset !== 0 || element.pluralType !== 'cardinal') throw new Error('plural only');
      const value = valueOf(element.value, 'number', message);
      message.usesLocale = true;
      const forms = Object.entries(element.options).map(
        ([form, { value: elements }]) => `'${form}': ${template(elements, message, value)}`,
      );
      return `\${plural(${value}, { ${forms.join(', ')} }, l)}`;
    }
    case TYPE.pound:
      return counting(counted ?? '', message);
    case TYPE.select:
      throw new Error('select takes any string: one message for each case');
    case TYPE.tag:
      throw new Error('a tag within a tag or a plural');
  }
}

/** A day or a time, by a style that `Intl` names (`short`, `medium`) or by a skeleton (`::dMMMM`). */
function instantOf(
  element: Extract<MessageFormatElement, { type: TYPE.date | TYPE.time }>,
  message: Message,
): string {
  const { style, value } = element;
  const named = element.type === TYPE.date ? 'dateStyle' : 'timeStyle';
  const options =
    typeof style === 'object' && style !== null
      ? style.parsedOptions
      : { [named]: style ?? 'medium' };
  const code = `instants(${JSON.stringify(options)})`;
  const formatter = message.formatters.get(code) ?? `f${String(message.formatters.size)}`;
  message.formatters.set(code, formatter);
  message.usesLocale = true;
  return `\${${formatter}(${valueOf(value, 'number', message)}, l)}`;
}

function counting(value: string, message: Message): string {
  message.usesLocale = true;
  return `\${count(${value}, l)}`;
}

function valueOf(name: string, type: 'string' | 'number', { values }: Message): string {
  if (values.has(name) && values.get(name) !== type) throw new Error(`{${name}} of two types`);
  values.set(named(name), type);
  return `v.${name}`;
}

function named(name: string): string {
  if (!IDENTIFIER.test(name)) throw new Error(`“${name}” is no name`);
  return name;
}
