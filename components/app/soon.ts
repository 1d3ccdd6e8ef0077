/** Hands a value over where it is there within so many milliseconds, and otherwise nothing: whoever asked goes on. */
export async function soon<Value>(
  value: Promise<Value>,
  milliseconds: number,
): Promise<Value | undefined> {
  let limit: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    limit = setTimeout(resolve, milliseconds, undefined);
  });
  const found = await Promise.race([value.catch(() => undefined), late]);
  clearTimeout(limit);
  return found;
}
