import { defineBackground } from 'wxt/utils/define-background';
import { AuthorizeRedirects } from '../../utils/browser/authorize-redirects';
import { listen } from './listen';
import { doneFirst } from './readiness';

/** The worker's table of contents: it listens in this first, synchronous pass, and loads its work when there is some. */
export default defineBackground({
  main() {
    const redirects = new AuthorizeRedirects((tabId) => {
      void work()
        .then(({ signedIn }) => signedIn(tabId))
        .catch(() => undefined);
    });
    const work = doneFirst(async () => {
      const { workOf } = await import('./work');
      return workOf(redirects);
    });
    listen(work);
  },
});
