import { writeSync } from 'node:fs';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { duration } from './duration.ts';

/** When `npm test` began, where it was that which started vitest. */
const startedAt = Number(process.env['TESTS_STARTED_AT'] ?? 0);

/**
 * Ends the output with one line alone, `N passed, N failed`, written when the process ends so that
 * nothing comes after it, and before that with how long `npm test` took. A whole run in which a project ran no test at all counts as failed: a
 * pattern that stops matching must not look like success.
 */
export default class ClosingLineReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): Promise<void> {
    const counts = countTests(modules);
    const failed = counts.failed + brokenModules(modules) + unhandled.length;
    const idle = await this.#idleProjects(modules);
    process.once('exit', () => {
      if (idle.length > 0 || failed > 0) process.exitCode = 1;
      for (const name of idle) writeSync(2, `No test ran in the project "${name}".\n`);
      if (startedAt) writeSync(1, `\nAll of it took ${duration(Date.now() - startedAt)}.\n`);
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
      writeSync(1, `\n${counts.passed} passed, ${failed} failed${skipped}\n`);
    });
  }

  async #idleProjects(modules: readonly TestModule[]): Promise<string[]> {
    const vitest = this.#vitest;
    if (!vitest || (await isPartial(vitest, modules))) return [];
    const busy = modules.filter((module) => [...module.children.allTests('passed')].length > 0);
    const names = new Set(busy.map((module) => module.project.name));
    return vitest.projects.map(({ name }) => name).filter((name) => !names.has(name));
  }
}

/** Somebody asked for some files or some names only: other projects are right to be idle. */
async function isPartial(vitest: Vitest, modules: readonly TestModule[]): Promise<boolean> {
  if (vitest.config.testNamePattern !== undefined) return true;
  return modules.length < (await vitest.globTestSpecifications()).length;
}

function countTests(modules: readonly TestModule[]) {
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      // `npm run test:long` runs those: here they are not skipped but not meant.
      if (test.result().state === 'skipped' && test.options.tags?.includes('long')) continue;
      counts[test.result().state]++;
    }
  }
  return counts;
}

/** Files that could not be read, or whose hooks failed before any test could: they hold no failed test. */
function brokenModules(modules: readonly TestModule[]): number {
  return modules.filter(
    (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
  ).length;
}
