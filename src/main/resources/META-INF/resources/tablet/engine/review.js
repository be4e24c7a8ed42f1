// When to look again where nothing is handed over: the same as jp.toritsugi.routing.Review.
import { holds } from './alternatives.js';
import { plusDays, plusMonths, plusYears, sooner } from './days.js';

/**
 * @param {object} review of the prepared rules
 * @param {object|null} rule that decides
 * @param {object[]} gatesHolding
 * @param {boolean[]} bits of the case
 * @param {object} one the case
 * @returns {string|null} null where nothing says when
 */
export function reviewOn(review, rule, gatesHolding, bits, one) {
  let inMonths = rule && rule.review > 0 ? plusMonths(one.day, rule.review) : null;
  let inDays = null;
  for (const entry of review.gates) {
    if (gatesHolding.includes(entry.gate) && holds(entry.applies, bits)) {
      if (entry.days > 0) {
        inDays = sooner(inDays, plusDays(one.day, entry.days));
      } else {
        inMonths = sooner(inMonths, plusMonths(one.day, entry.months));
      }
    }
  }
  return sooner(inDays, inMonths === null ? null : birthday(review, inMonths, one));
}

/** A birthday that comes sooner is the day, but so many months must have gone by. */
function birthday(review, otherwise, one) {
  if (one.birthDate === null) return otherwise;
  let day = otherwise;
  for (const age of review.birthdays) {
    const coming = plusYears(one.birthDate, age);
    if (coming > one.day && coming < day) day = coming;
  }
  const earliest = plusMonths(one.day, review.notBeforeMonths);
  return day < earliest ? earliest : day;
}
