import { describe, expect, test } from 'vitest';
import { failureOf } from '@/utils/domain/failure';
import { codeOf } from '@/utils/psn/session';

describe('where authorize sends us', () => {
  const APP = 'com.scee.psxandroid.scecompcall://redirect';

  test.each([`${APP}/?code=v3.AbCdEf&cid=1`, `${APP}?cid=1&code=v3.AbCdEf`])('%s', (location) => {
    expect(codeOf(location).reveal()).toBe('v3.AbCdEf');
  });

  test.each([
    ['https://my.account.sony.com/sonyacct/signin/?error=login_required', 'not-signed-in'],
    ['https://my.account.sony.com/sonyacct/signin/?x=1&error_code=4165', 'not-signed-in'],
    ['https://my.account.sony.com/?error=consent_required', 'terms-to-accept'],
    ['https://evil.example/redirect/?code=v3.AbCdEf', 'answer-not-understood'],
    [`${APP}.evil/?code=v3.AbCdEf`, 'answer-not-understood'],
    [`${APP}/?code=v3.AbCdEf&code=v3.Other`, 'answer-not-understood'],
    [`${APP}/`, 'answer-not-understood'],
  ])('%s is no code', (location, cause) => {
    let thrown: unknown;
    try {
      codeOf(location);
    } catch (error) {
      thrown = error;
    }
    expect(failureOf(thrown)).toStrictEqual({ cause, during: 'code' });
  });
});
