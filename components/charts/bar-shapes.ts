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

function point(x: number, y: number): string {
  return `${px(x)} ${px(y)}`;
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
