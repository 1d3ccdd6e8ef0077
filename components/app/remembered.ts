/** The last that was made of the first one, as long as anybody holds on to that. */
export function remembered<One extends object, Rest extends unknown[], Made>(
  make: (one: One, ...rest: Rest) => Made,
): (one: One, ...rest: Rest) => Made {
  const last = new WeakMap<One, { rest: Rest; made: Made }>();
  return (one, ...rest) => {
    const known = last.get(one);
    if (known?.rest.every((each, at) => each === rest[at])) return known.made;
    const made = make(one, ...rest);
    last.set(one, { rest, made });
    return made;
  };
}
