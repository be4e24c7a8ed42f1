/**
 * A letter that comes back again and again: after some tries, or a day, a person is told. It is tried on all the same.
 *
 * @typedef {object} Trouble
 * @property {number} count answers that were neither a receipt nor a refusal; a pause the server asked for is none
 * @property {string} since the first of them
 */
const TRIES = 5;
const DAY = 86_400_000;

/** @param {Trouble|null|undefined} trouble @param {number} now */
export function isStuck(trouble, now) {
  return Boolean(trouble) && (trouble.count >= TRIES || now - Date.parse(trouble.since) >= DAY);
}

/** Once more. @param {Trouble|null|undefined} before @param {boolean} asked for a pause @param {string} now */
export function onceMore(before, asked, now) {
  return { count: (before?.count ?? 0) + (asked ? 0 : 1), since: before?.since ?? now };
}
