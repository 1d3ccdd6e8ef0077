import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/**
 * What is typed in a form is never lost without a word: it is kept wherever the form goes away, with its page, its
 * panel or the whole window, unless the player has given it up.
 * @param save keeps what was typed and is not kept yet, and knows what was given up
 */
export function keptOnLeaving(save: () => void): Attachment<HTMLElement> {
  return () => {
    const end = on(window, 'pagehide', save);
    return () => {
      end();
      save();
    };
  };
}

/** The same where it need not be seen any longer to be known: also where the player goes to another field. */
export function keptOnBlur(save: () => void): Attachment<HTMLElement> {
  return (form) => {
    const ends = [
      on(form, 'focusout', ({ relatedTarget }) => {
        if (form.contains(relatedTarget as Node | null)) return;
        // A form that is taken away loses the focus too, while half of the page is another one already.
        queueMicrotask(() => {
          if (form.isConnected) save();
        });
      }),
      // Its own buttons are no other place, even in browsers where a click does not lead the focus to them.
      on(form, 'mousedown', (event) => {
        if ((event.target as Element).closest('button') !== null) event.preventDefault();
      }),
    ];
    const leave = keptOnLeaving(save)(form);
    return () => {
      for (const end of ends) end();
      leave?.();
    };
  };
}
