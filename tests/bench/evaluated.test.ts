import { expect, test } from 'vitest';
import { evaluatedBytes } from './evaluated.ts';

/** The functions of a text by what they are written as, with how often they were called. */
function covered(text: string, calls: Record<string, number>) {
  const functions = Object.entries(calls).map(([written, count]) => {
    const startOffset = text.indexOf(written);
    return { ranges: [{ startOffset, endOffset: startOffset + written.length, count }] };
  });
  return evaluatedBytes(text, { url: 'background.js', functions });
}

test('a function that was not called counts all the same', () => {
  const text = 'function later(){return "ü"}start()';
  expect(covered(text, { 'function later(){return "ü"}': 0 })).toBe(Buffer.byteLength(text));
  expect(covered('use(()=>0)', { '()=>0': 0 })).toBe('use(()=>0)'.length);
});

test('a module that is put off does not, until it has run', () => {
  const text = 'var a=n((()=>{one="ü"})),b=n(()=>{two()});a()';
  expect(covered(text, { '()=>{one="ü"}': 1, '()=>{two()}': 0 })).toBe(
    Buffer.byteLength(text) - '()=>{two()}'.length,
  );
  expect(covered(text, { '()=>{one="ü"}': 0, '()=>{two()}': 0 })).toBe(
    'var a=n(()),b=n();a()'.length,
  );
});

test('what is put off within what is put off counts once', () => {
  const text = 'var a=n(()=>{var b=n(()=>{c()})})';
  const inner = '()=>{c()}';
  expect(covered(text, { [`()=>{var b=n(${inner})}`]: 0, [inner]: 0 })).toBe('var a=n()'.length);
});
