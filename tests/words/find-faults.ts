import type { Messages } from '../../compile-words.ts';
import { messagesIn, shapeOf } from './message-shape.ts';

/** Forms that CLDR has for compact millions alone, which no message of ours counts. */
const NEEDS_NO_MANY = ['fr', 'es', 'pt', 'it', 'ca'];

/** What is wrong with a catalogue beside the English one, a line each. */
export function findFaults(language: string, catalogue: Messages, english: Messages): string[] {
  const [said, expected] = [catalogue, english].map((each) => new Map(messagesIn(each)));
  if (said === undefined || expected === undefined) return [];
  return [
    ...[...expected.keys()].filter((at) => !said.has(at)).map((at) => `${at} is missing`),
    ...[...said].flatMap(([at, text]) => {
      const original = expected.get(at);
      const faults =
        original === undefined ? ['is superfluous'] : faultsOf(language, text, original);
      return faults.map((fault) => `${at} ${fault}`);
    }),
  ];
}

function faultsOf(language: string, text: string, original: string): string[] {
  // Before anything else: it hides what comes after it.
  if (text.includes("'")) return ['has a straight apostrophe'];
  const [shape, expected] = [shapeOf(text), shapeOf(original)];
  const faults: string[] = [];
  if (signed(shape.values) !== signed(expected.values)) faults.push('takes other placeholders');
  if (shape.tags.join() !== expected.tags.join()) faults.push('has other tags');
  for (const forms of shape.plurals) faults.push(...faultsOfPlural(language, forms));
  return faults;
}

function signed(values: Record<string, string>): string {
  return JSON.stringify(Object.entries(values).sort());
}

function faultsOfPlural(language: string, forms: Record<string, boolean>): string[] {
  const rules = new Intl.PluralRules(language);
  const isOneAlone = [0, 1.5, 21].every((value) => rules.select(value) !== 'one');
  const named = Object.keys(forms).filter((form) => !form.startsWith('='));
  const needed = rules.resolvedOptions().pluralCategories.filter((form) => {
    if (form === 'many' && NEEDS_NO_MANY.includes(language.split('-')[0] ?? '')) return false;
    return !(form === 'one' && isOneAlone && '=1' in forms);
  });
  return [
    ...needed.filter((form) => !named.includes(form)).map((form) => `lacks the form ${form}`),
    ...named
      .filter((form) => !rules.resolvedOptions().pluralCategories.includes(form as 'other'))
      .map((form) => `has the form ${form}, which ${language} does not know`),
    // In some languages `one` is 0 and 1.5 too, and the English is what translators go by.
    ...(forms.one === false && (!isOneAlone || language === 'en')
      ? ['says no number in the form one: =1 is meant']
      : []),
  ];
}
