import type { SonyRequest } from './request.ts';
import type { World } from './world.ts';

const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'zh'];

/** The first language that the caller asks for, where it is one that names are translated into. */
export function languageOf(request: SonyRequest, { settings }: World): string | null {
  if (settings.language !== null) return settings.language;
  const first = /^[a-z]{2}/.exec((request.headers['accept-language'] ?? '').toLowerCase())?.[0];
  return first !== undefined && LANGUAGES.includes(first) ? first : null;
}

/** A stand-in for a translation, easy to tell from the original. */
export function inLanguage(text: string, language: string | null): string {
  return language === null ? text : `[${language}] ${text}`;
}
