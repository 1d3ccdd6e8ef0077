export const latestTrophies: string;
export const closestPlatinums: string;
export const noLatest: string;
export const noClosest: string;
export const hideGlance: string;
export const showGlance: string;
export const left: (values: { left: number }, locale: string) => string;
export const leftAtMost: (values: { left: number }, locale: string) => string;
