/** Hands a value over where it is there within so many milliseconds, and otherwise nothing: whoever asked goes on. */
export function soon<Value>(
  value: Promise<Value>,
  milliseconds: number,
): Promise<Value | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
  return Promise.race([value.catch(() => undefined), late]);
}
