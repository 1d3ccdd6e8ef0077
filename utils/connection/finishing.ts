import { accountOf, connectedTo, withTokenLife } from '../domain/connection/connection';
import { FailureError } from '../domain/failure';
import { grantedIn, isOtherAccount, profiled, type ProfiledAttempt } from './attempt-rules';
import type { AttemptRecord } from './attempts';
import type { ConnectingNeeds } from './connecting-needs';
import { profileOf } from './player-profile';
import type { Tokens } from './ports';
import { endOf } from './session-check';
import { tokenLifeOf, type Traded } from './trading';

/** The end of connecting: from tokens that Sony has just given to a connected account with a library. */
export class Finishing {
  readonly #needs: ConnectingNeeds;

  constructor(needs: ConnectingNeeds) {
    this.#needs = needs;
  }

  /** From here on a worker that dies is followed by one that goes on. */
  async store(record: AttemptRecord, tokens: Tokens, traded: Traded): Promise<void> {
    const { exclusively, vault, browser } = this.#needs;
    const attempt = await record.read();
    const { accountId } = tokens;
    if (isOtherAccount(attempt, tokens)) {
      // The next click is to lead to signing out.
      await record.noteSeen('other-account', endOf(traded), browser.now());
      throw new FailureError({ cause: 'other-account' });
    }
    // What is being asked of Sony belongs to the account before.
    const former = accountOf(attempt);
    if (former !== null && former !== accountId) this.#needs.library.interrupt();
    const tokenLife = tokenLifeOf(tokens, traded, browser.now(), attempt);
    await exclusively('refresh', async () => {
      await vault.store(tokens);
      // Where that replaced the former connection's, it is so whatever becomes of this attempt.
      await this.#needs.record.change((current) =>
        withTokenLife(current, accountId, grantedIn(attempt, tokenLife)),
      );
    });
    await record.advance((current) => profiled(current, accountId, tokenLife));
    await this.finish(record, profiled(await record.read(), accountId, tokenLife));
  }

  /** The rest, once the tokens are stored. */
  async finish(
    record: AttemptRecord,
    { accountId, tokenLife, way }: ProfiledAttempt,
  ): Promise<void> {
    const { profile, browser, library, pasted } = this.#needs;
    await record.read();
    if (way === 'paste') await pasted.forget();
    const player = await profileOf(profile, accountId);
    await record.read();
    await library.create(player);
    await record.read();
    // Before it is written that all is done: who is led there by nobody never picks. Twice is the same tab.
    await browser.showLibrary();
    // Sony's answers since may have put its clocks right.
    await record.advance((current) =>
      connectedTo(accountId, 'tokenLife' in current ? current.tokenLife : tokenLife),
    );
    library.fill();
  }
}
