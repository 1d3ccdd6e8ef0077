import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Milliseconds. Nobody who reads the page comes upon it a second time. */
const HEARD_WITHIN = 2_000;

/**
 * What comes up or changes on a page that is open is said to those who hear it: once, by the page's one region
 * (`Announcer.svelte`, and `PageAnnouncer.svelte` where there are several pages), and its sentence only, without buttons and evidence. An error is a region of its own. What is
 * painted with its page is no change of it.
 */
class Announcer {
  #words = $state('');
  /** What came up together, by who says it. */
  readonly #together = new Map<object, string>();
  #isTurnOver = true;
  #ending: ReturnType<typeof setTimeout> | undefined;
  #arrival: ReturnType<typeof setTimeout> | undefined;

  get words(): string {
    return this.#words;
  }

  /** True while a page is being painted: all that comes up is part of it. */
  get isArriving(): boolean {
    return this.#arrival !== undefined;
  }

  /** Another page is painted now, or the first one. */
  arrive(): void {
    this.#end();
    clearTimeout(this.#arrival);
    this.#arrival = setTimeout(() => (this.#arrival = undefined));
  }

  say(words: string, by: object = {}): void {
    if (this.#isTurnOver) {
      this.#together.clear();
      setTimeout(() => (this.#isTurnOver = true));
    }
    this.#isTurnOver = false;
    this.#together.set(by, words);
    this.#tell();
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => this.#end(), HEARD_WITHIN);
  }

  /** What is said no more may be said anew. */
  forget(by: object): void {
    if (this.#together.delete(by)) this.#tell();
  }

  #end(): void {
    this.#together.clear();
    this.#tell();
  }

  #tell(): void {
    this.#words = asSentences([...this.#together.values()]);
  }
}

export const announcer = new Announcer();

/** Has these sentences said where they come up, or change, while their page is open. */
export function announce(sentences: () => readonly string[]): void {
  const announcing = new Announcing();
  // Before those of what is in it: what stands above is heard first.
  $effect.pre(() => {
    const now = asSentences(sentences());
    untrack(() => announcing.tell(now));
  });
  $effect(() => () => announcing.end());
}

/** The same of all that stands in an element. */
export const announced: Attachment<HTMLElement> = (element) => {
  const announcing = new Announcing();
  const tell = (): void => announcing.tell(wordsIn(element));
  tell();
  const observer = new MutationObserver(tell);
  observer.observe(element, { characterData: true, childList: true, subtree: true });
  return () => {
    observer.disconnect();
    announcing.end();
  };
};

/** An error that is painted with its page is no change of it: it is read where it stands. */
export const calmIfPainted: Attachment<HTMLElement> = (alert) => {
  if (announcer.isArriving) alert.setAttribute('aria-live', 'off');
};

class Announcing {
  #last = '';

  tell(words: string): void {
    if (words === this.#last) return;
    this.end();
    this.#last = words;
    if (words !== '' && !announcer.isArriving) announcer.say(words, this);
  }

  end(): void {
    announcer.forget(this);
  }
}

function wordsIn(element: HTMLElement): string {
  const blocks = element.children.length === 0 ? [element] : [...element.children];
  return asSentences(blocks.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim()));
}

/** A title has no full stop of its own, and is heard as the beginning of what follows without one. */
export function asSentences(texts: readonly string[]): string {
  const [last = '', ...before] = texts.filter((text) => text !== '').toReversed();
  return before.reduce((rest, text) => `${text}${/\p{P}$/u.test(text) ? '' : '.'} ${rest}`, last);
}
