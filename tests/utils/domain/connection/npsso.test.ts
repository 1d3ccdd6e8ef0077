import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaste } from '@/utils/domain/connection/npsso';

const NPSSO = 'Hwl9Vq_-'.repeat(8);
const anNpsso = fc.stringMatching(/^[A-Za-z0-9_-]{64}$/);

test('an NPSSO is found in whatever way players paste it', () => {
  const wrappings: ((npsso: string) => string)[] = [
    (npsso) => npsso,
    (npsso) => `  ${npsso}\r\n`,
    (npsso) => `"${npsso}"`,
    (npsso) => `“${npsso}”`,
    (npsso) => `npsso=${npsso};`,
    (npsso) => `"npsso":"${npsso}"`,
    (npsso) => `{"npsso":"${npsso}"}`,
    (npsso) => JSON.stringify({ npsso, expires_in: 5_183_983 }, null, 2),
    (npsso) => `{"npsso":"${npsso}`,
    (npsso) => `"npsso":"${npsso}","expires_in":5183983}`,
    (npsso) => `[{"npsso":"${npsso}"}]`,
    (npsso) => `{'npsso':'${npsso}'}`,
    (npsso) => `Cookie: npsso=${npsso}; path=/; Secure`,
    (npsso) => `\`${npsso}\``,
    (npsso) => `\u200B${npsso}\uFEFF`,
    (npsso) => `${npsso.slice(0, 30)}\n  ${npsso.slice(30)}`,
  ];
  fc.assert(
    fc.property(anNpsso, fc.constantFrom(...wrappings), (npsso, wrap) => {
      expect(readPaste(wrap(npsso))).toMatchObject({ ok: true, npsso });
    }),
  );
});

test.each([
  [`{"npsso":"${NPSSO}","expires_in":93600}`, 93_600_000],
  [`{ "expires_in" : "93600", "npsso" : "${NPSSO}" }`, 93_600_000],
  [JSON.stringify({ npsso: NPSSO, expires_in: 93_600 }, null, 2), 93_600_000],
  [`"npsso":"${NPSSO}","expires_in":0}`, 0],
  [NPSSO, null],
  [`{"npsso":"${NPSSO}"}`, null],
  [`{"npsso":"${NPSSO}","expires_in":null}`, null],
  // No sign-in lasts for years, and no date lies as far ahead.
  [`{"npsso":"${NPSSO}","expires_in":99999999}`, null],
  [`{"npsso":"${NPSSO}","expires_in":99999999999999}`, null],
  [`{"npsso":"${NPSSO}","expires_in":5183999.7}`, null],
  [`{"npsso":"${NPSSO}","expires_in":-5}`, null],
  // Cut off, it may have been a larger one.
  [`{"npsso":"${NPSSO}","expires_in":936`, null],
])('how long its sign-in lasts is read where it is there, whole: %s', (text, endsIn) => {
  expect(readPaste(text)).toStrictEqual({ ok: true, npsso: NPSSO, endsIn });
});

test.each([
  ['', 'empty'],
  [' \n ', 'empty'],
  [NPSSO.slice(1), 'too-short'],
  [`${NPSSO}a`, 'too-long'],
  [`${NPSSO.slice(1)}é`, 'wrong-characters'],
  ['https://ca.account.sony.com/api/v1/ssocookie', 'wrong-characters'],
  ['{"error":"invalid_grant","error_description":"Invalid login"}', 'not-signed-in'],
  ['{"access_token":"x"}', 'no-npsso'],
  ['{"npsso":""}', 'wrong-characters'],
])('%j is %s', (text, problem) => {
  expect(readPaste(text)).toStrictEqual({ ok: false, problem });
});

test('whatever is pasted, the answer is an NPSSO or a problem', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const paste = readPaste(text);
      if (paste.ok) expect(paste.npsso).toMatch(/^[A-Za-z0-9_-]{64}$/);
    }),
  );
});
