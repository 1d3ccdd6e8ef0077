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

test.each(['a = n(', '[0,n(', 'a=$n(', `a=${'m'.repeat(40)}(`])(
  '%s puts a module off',
  (before) => {
    expect(covered(`${before}()=>{b()})`, { '()=>{b()}': 0 })).toBe(`${before})`.length);
  },
);

test('what comes after a module that is put off does not belong to it', () => {
  const text = 'var a=n();use(()=>{b()})';
  expect(covered(text, { '()=>{b()}': 0 })).toBe(text.length);
});
