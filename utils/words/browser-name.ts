/** Browsers that descend from Chrome name it too, before their own name. */
const NAMED = /.*(Firefox|Edg|OPR|Chrome)\/(\d+)/;
const NAMES: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' };

/** The browser and its version, and no more of what it says of itself. */
export function browserOf(userAgent: string): string {
  const [, product, version] = NAMED.exec(userAgent) ?? [];
  return product === undefined ? 'Unknown' : `${NAMES[product] ?? product} ${String(version)}`;
}
