import { Account } from './account.ts';
import type { AccountName } from './account-plan.ts';
import { ACCOUNT_NAMES, ACCOUNT_PLANS } from './account-plan.ts';

/** All players that the simulator knows. */
export class Accounts {
  readonly #accounts: ReadonlyMap<AccountName, Account>;

  constructor(seed: number, now: number) {
    this.#accounts = new Map(
      ACCOUNT_NAMES.map((name) => [name, new Account(name, ACCOUNT_PLANS[name], seed, now)]),
    );
  }

  get all(): Account[] {
    return [...this.#accounts.values()];
  }

  named(name: AccountName): Account {
    const account = this.#accounts.get(name);
    if (account === undefined) {
      throw new Error(`No simulated account "${name}". There are: ${ACCOUNT_NAMES.join(', ')}`);
    }
    return account;
  }

  withId(accountId: string): Account | undefined {
    return this.all.find((account) => account.accountId === accountId);
  }

  withOnlineId(onlineId: string): Account | undefined {
    const wanted = onlineId.toLowerCase();
    return this.all.find(({ plan }) =>
      [plan.onlineId, plan.renamedTo].some((id) => id?.toLowerCase() === wanted),
    );
  }

  /** Whoever's library holds this set: definitions answer for games that the caller never played, too. */
  withSet(npCommunicationId: string): Account | undefined {
    return this.#byNumber(Number(npCommunicationId.slice(4, 9))).find((account) =>
      account.setsById().has(npCommunicationId),
    );
  }

  /** Whoever has played this title; the five digits are the number of its trophy set, where it has one. */
  withTitle(npTitleId: string): Account | undefined {
    const own = this.#byNumber(Number(npTitleId.slice(4, 9)));
    const withExtras = this.all.filter(({ plan }) => plan.titles > 0 && plan.titles < 2000);
    return [...own, ...withExtras].find((account) => account.gamesById().has(npTitleId));
  }

  /** Only the library whose numbers these are, so that the others stay unmade. */
  #byNumber(number: number): Account[] {
    return this.all.filter(
      ({ plan }) => number >= plan.numbersFrom && number < plan.numbersFrom + plan.titles,
    );
  }
}
