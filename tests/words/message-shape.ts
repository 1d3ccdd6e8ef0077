import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Messages } from '../../compile-words.ts';

/** What a message takes, and what every language has to have alike. */
export interface MessageShape {
  /** Each placeholder with what it is. */
  values: Record<string, 'string' | 'number' | 'instant'>;
  tags: string[];
  /** Of each plural its forms, and whether the form says its number. */
  plurals: Record<string, boolean>[];
}

export function shapeOf(text: string): MessageShape {
  const shape: MessageShape = { values: {}, tags: [], plurals: [] };
  visit(parse(text), shape);
  shape.tags.sort();
  return shape;
}

function visit(elements: MessageFormatElement[], shape: MessageShape): void {
  for (const element of elements) {
    if (element.type === TYPE.argument) shape.values[element.value] = 'string';
    if (element.type === TYPE.number) shape.values[element.value] = 'number';
    if (element.type === TYPE.date || element.type === TYPE.time) {
      shape.values[element.value] = 'instant';
    }
    if (element.type === TYPE.tag) {
      shape.tags.push(element.value);
      visit(element.children, shape);
    }
    if (element.type === TYPE.plural) {
      shape.values[element.value] = 'number';
      const forms = Object.entries(element.options);
      shape.plurals.push(
        Object.fromEntries(forms.map(([form, { value }]) => [form, saysNumber(value)])),
      );
      for (const [, { value }] of forms) visit(value, shape);
    }
  }
}

function saysNumber(elements: MessageFormatElement[]): boolean {
  return elements.some(({ type }) => type === TYPE.pound || type === TYPE.number);
}

/** Every message with where it stands: `badge.day`. */
export function messagesIn(messages: Messages, at = ''): [at: string, text: string][] {
  if (typeof messages === 'string') return [[at, messages]];
  return Object.entries(messages).flatMap(([key, each]) =>
    messagesIn(each, at === '' ? key : `${at}.${key}`),
  );
}
