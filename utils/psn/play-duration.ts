/** Longer than anybody can have played: PSN is from 2006. */
const LONGEST = 50 * 365 * 86_400;

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const DURATION = new RegExp(
  `^P(?=.)(?:0+Y)?(?:0+M)?(?:${NUMBER}W)?(?:${NUMBER}D)?` +
    `(?:T(?=.)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
  'i',
);
const SECONDS = [7 * 86_400, 86_400, 3_600, 60, 1];

/**
 * The whole seconds of a duration in ISO 8601, for example `PT226H55M18S`; null where it cannot be read. Sony never
 * rolls hours over into days, but may. Years and months have no fixed length: with any of them it is not known.
 */
export function secondsOf(duration: string): number | null {
  const numbers = DURATION.exec(duration)?.slice(1);
  if (numbers === undefined) return null;
  const seconds = SECONDS.reduce(
    (sum, unit, index) => sum + unit * Number(numbers[index]?.replace(',', '.') ?? 0),
    0,
  );
  return seconds <= LONGEST ? Math.floor(Number(seconds.toFixed(3))) : null;
}
