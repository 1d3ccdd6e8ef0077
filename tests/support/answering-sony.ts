import { vi } from 'vitest';
import { Secret } from '@/utils/domain/connection/secret';
import { SonyLibrary } from '@/utils/psn/library';

/** What was asked for since the test began. */
export const asked: URL[] = [];

const TOKEN = new Secret('token');
export const ACCESS = {
  token: () => Promise.resolve(TOKEN),
  tokenInsteadOf: () => Promise.resolve(TOKEN),
};

/** For after each test. */
export function forgetAnswers(): void {
  vi.unstubAllGlobals();
  asked.length = 0;
}

/** A library at Sony that answers with these, one after the other. */
export function answering(...answers: object[]): SonyLibrary {
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url));
    return Promise.resolve(Response.json(answers.shift()));
  });
  return new SonyLibrary(ACCESS);
}
