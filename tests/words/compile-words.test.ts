import { expect, test } from 'vitest';
import { compileWords, typesOfWords } from '../../compile-words.ts';

test.each([
  ['a straight apostrophe', "l'{name}", 'a: a straight apostrophe'],
  ['a choice by any string', '{kind, select, a {A} other {B}}', 'a: select takes any string'],
  ['an ordinal', '{n, selectordinal, other {#}}', 'a: plural only'],
  ['a tag within a tag', '<b><i>x</i></b>', 'a: a tag within a tag'],
  ['a placeholder of two types', '{n} {n, number}', 'a: {n} of two types'],
  ['a number in a style of its own', '{n, number, percent}', 'a: {n} has a style'],
  ['what is no message', '{n', 'a: '],
])('refuses %s, and says where it stands', (_, text, fault) => {
  expect(() => compileWords({ a: text }, '')).toThrow(fault);
  expect(() => typesOfWords({ group: { a: text } })).toThrow(`group.${fault}`);
});

test('types what a message takes, and what it is', () => {
  const catalogue = {
    plain: 'A',
    named: '{player}',
    counted: '{games, number}',
    rich: '<b>A</b> {player}',
    group: { 'of-two': ['A', '{player}'] },
  };
  expect(typesOfWords(catalogue).split('\n')).toEqual([
    `import type { RichText } from '../rich-text';`,
    'export const plain: string;',
    'export const named: (values: { player: string }) => string;',
    'export const counted: (values: { games: number }, locale: string) => string;',
    `export const rich: (values: { player: string }) => RichText<'b'>;`,
    `export const group: { readonly 'of-two': readonly [string, (values: { player: string }) => string] };`,
    '',
  ]);
});
