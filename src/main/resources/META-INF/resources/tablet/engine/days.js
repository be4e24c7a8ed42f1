// Days as texts, 2019-10-15: they compare as they stand, and are free of time zones.

const TWO = 2;
const FOUR = 4;

/** @returns {{year: number, month: number, day: number}} */
export function partsOf(date) {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

/** @returns {string} */
export function dateFrom(year, month, day) {
  return [String(year).padStart(FOUR, '0'), String(month).padStart(TWO, '0'), String(day).padStart(TWO, '0')].join('-');
}

export function lengthOfMonth(year, month) {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** So many months on; the 31st becomes the last of a shorter month. */
export function plusMonths(date, months) {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return dateFrom(newYear, newMonth, Math.min(day, lengthOfMonth(newYear, newMonth)));
}

export function plusYears(date, years) {
  return plusMonths(date, years * 12);
}

export function plusDays(date, days) {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The sooner of two days, of which either may be missing. */
export function sooner(one, other) {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
