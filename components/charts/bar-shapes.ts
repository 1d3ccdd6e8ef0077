/** A bar with a round top, in one path. */
export function roundTop(x: number, y: number, width: number, height: number, radius = 3): string {
  const r = Math.min(radius, width / 2, height);
  return `M${point(x, y + height)}V${px(y + r)}q0 ${px(-r)} ${px(r)} ${px(-r)}h${px(width - 2 * r)}q${px(r)} 0 ${px(r)} ${px(r)}V${px(y + height)}Z`;
}

/** A bar with a round end at its right. */
export function roundEnd(x: number, y: number, width: number, height: number, radius = 3): string {
  const r = Math.min(radius, width, height / 2);
  return `M${point(x, y)}h${px(width - r)}q${px(r)} 0 ${px(r)} ${px(r)}v${px(height - 2 * r)}q0 ${px(r)} ${px(-r)} ${px(r)}h${px(r - width)}Z`;
}

/** A square with round corners, to be one of many in a path. */
export function roundCell(x: number, y: number, width: number, height: number): string {
  const r = 2;
  const [w, h] = [px(width - 2 * r), px(height - 2 * r)];
  return `M${point(x + r, y)}h${w}q2 0 2 2v${h}q0 2-2 2h-${w}q-2 0-2-2v-${h}q0-2 2-2Z`;
}

function point(x: number, y: number): string {
  return `${px(x)} ${px(y)}`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
