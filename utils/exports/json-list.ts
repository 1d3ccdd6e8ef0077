/** A JSON document with one long list at its end, a piece for each batch. */
export async function* jsonWithList(
  head: Record<string, unknown>,
  list: string,
  batches: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<string> {
  const opened = JSON.stringify(head).slice(0, -1);
  yield `${opened}${opened === '{' ? '' : ','}${JSON.stringify(list)}:[\n`;
  let isFirst = true;
  for await (const rows of batches) {
    yield (isFirst ? '' : ',\n') + rows.map((row) => JSON.stringify(row)).join(',\n');
    isFirst = false;
  }
  yield '\n]}\n';
}
