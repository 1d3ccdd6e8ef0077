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

test('the functions that a module declares are put off with it', () => {
  const kept = 'function kept(){}';
  const declared = ['function one(){}', 'async function two(){}'];
  const text = `${kept};${declared.join('')}var x,a=n((()=>{x=1}));a`;
  const calls = { [kept]: 0, ...Object.fromEntries(declared.map((each) => [each, 0])) };
  expect(covered(text, { ...calls, '()=>{x=1}': 0 })).toBe(`${kept};var x,a=n(());a`.length);
  expect(covered(text, { ...calls, '()=>{x=1}': 1 })).toBe(text.length);
});

test('a function that was called, and what stands before it, is not put off', () => {
  const [first, called] = ['function first(){}', 'function called(){}'];
  const text = `${first}${called}var a=n((()=>{x()}))`;
  expect(covered(text, { [first]: 0, [called]: 1, '()=>{x()}': 0 })).toBe(
    `${first}${called}var a=n(())`.length,
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

test('all that the worker loads at its first use is put off as one function', () => {
  const text = 'let $later;const $work=({t:a})=>{let b=a()};listen($work)';
  const later = '({t:a})=>{let b=a()}';
  expect(covered(text, { [later]: 0 })).toBe('let $later;const $work=;listen($work)'.length);
  expect(covered(text, { [later]: 1 })).toBe(text.length);
});

test('nor is it counted where it stands in the place that calls it', () => {
  const text = 'let $later;listen(()=>$later??=(t=>{let b=t()})(a))';
  expect(covered(text, { 't=>{let b=t()}': 0 })).toBe(
    'let $later;listen(()=>$later??=()(a))'.length,
  );
});

test('what comes after a module that is put off does not belong to it', () => {
  const text = 'var a=n();use(()=>{b()})';
  expect(covered(text, { '()=>{b()}': 0 })).toBe(text.length);
});
