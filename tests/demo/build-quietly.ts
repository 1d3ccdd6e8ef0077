import { build, type InlineConfig } from 'wxt';
import { say } from './say.ts';

/** Builds the extension; of three hundred files that it writes, a newcomer is told nothing. */
export async function buildQuietly(browser: string): Promise<void> {
  say('Building Trophy Shelf, which takes half a minute …');
  await build({ browser, logger: QUIET });
}

const nothing = (): void => undefined;
const { warn, error } = console;

const QUIET: NonNullable<InlineConfig['logger']> = {
  ...{ debug: nothing, log: nothing, info: nothing, success: nothing },
  ...{ warn, error, fatal: error, level: 1 },
};
