/** What makes it, and what is known of what it has made. */
interface Remembered<One extends object, Rest extends unknown[], Made> {
  (one: One, ...rest: Rest): Made;
  /** It was made of this one. */
  isAtHand: (one: One) => boolean;
  /** It was made in another way. */
  remember: (made: Made, one: One, ...rest: Rest) => void;
}

/** The last that was made of the first one, as long as anybody holds on to that. */
export function remembered<One extends object, Rest extends unknown[], Made>(
  make: (one: One, ...rest: Rest) => Made,
): Remembered<One, Rest, Made> {
  const last = new WeakMap<One, { rest: Rest; made: Made }>();
  const remember = (made: Made, one: One, ...rest: Rest): void =>
    void last.set(one, { rest, made });
  const known = (one: One, ...rest: Rest): Made => {
    const found = last.get(one);
    if (found?.rest.every((each, at) => each === rest[at])) return found.made;
    const made = make(one, ...rest);
    remember(made, one, ...rest);
    return made;
  };
  return Object.assign(known, { isAtHand: (one: One) => last.has(one), remember });
}
