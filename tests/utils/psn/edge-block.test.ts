import { afterEach, expect, test, vi } from 'vitest';
import { FailureError, failureOf } from '@/utils/domain/failure';
import { SonyLibrary } from '@/utils/psn/library';
import { ACCESS } from '../../support/answering-sony';

const setOf = (n: number) => ({
  npCommunicationId: `NPWR0000${String(n)}_00`,
  npServiceName: 'trophy',
});

/** What was asked for, in order: a set, or one of the probes. */
let asked: ('set' | 'probe')[] = [];

/** Sony's edge, which turns away trophies and, so far as it is said, all else. */
function edge(blocksAll: boolean): void {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    const isSet = address.includes('NPWR');
    asked.push(isSet ? 'set' : 'probe');
    const refused = new FailureError({ cause: 'edge-block', status: 403 });
    return isSet || blocksAll ? Promise.reject(refused) : Promise.resolve(Response.json({}));
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const causeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (thrown: unknown) => failureOf(thrown).cause,
  );

test.each([
  [true, 'edge-block'],
  [false, 'refused-alone'],
])(
  'whether Sony’s edge turns away all (%s) is asked once for all whom it turns away',
  async (blocksAll, cause) => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(50_000);
    edge(blocksAll);
    const library = new SonyLibrary(ACCESS);
    const together = [1, 2].map((n) => causeOf(library.definitions(setOf(n))));
    expect(await Promise.all(together)).toStrictEqual([cause, cause]);
    expect(await causeOf(library.definitions(setOf(3)))).toBe(cause);
    expect(asked.filter((what) => what === 'probe')).toHaveLength(1);

    clock.mockReturnValue(61_000);
    expect(await causeOf(library.definitions(setOf(1)))).toBe(cause);
    expect(asked.filter((what) => what === 'probe')).toHaveLength(2);
  },
);
