// A condition ready to be asked of encoded cases: a list of alternatives, each of which says which atoms must hold and
// which must not, by their places. The same as jp.toritsugi.routing.Alternatives, in the same order.

/** @typedef {{set: number[], unset: number[]}} Term places in ascending order */

/** @type {Term[]} */
export const NEVER = [];
/** @type {Term[]} */
export const ALWAYS = [{ set: [], unset: [] }];

/** @param {number} place of an atom @returns {Term[]} */
export function single(place) {
  return [{ set: [place], unset: [] }];
}

/** @param {Term} term @param {boolean[]} bits the case, by place of the atom */
export function termHolds(term, bits) {
  return term.set.every(place => bits[place]) && !term.unset.some(place => bits[place]);
}

/** @param {Term[]} terms @param {boolean[]} bits */
export function holds(terms, bits) {
  return terms.some(term => termHolds(term, bits));
}

/** @param {Term[]} one @param {Term[]} other @returns {Term[]} */
export function or(one, other) {
  return simplified([...one, ...other]);
}

/** @param {Term[]} one @param {Term[]} other @returns {Term[]} */
export function and(one, other) {
  return simplified(one.flatMap(first => other.map(second => ({
    set: union(first.set, second.set),
    unset: union(first.unset, second.unset),
  }))));
}

/** @param {Term[]} terms @returns {Term[]} */
export function not(terms) {
  let result = ALWAYS;
  for (const term of terms) {
    result = and(result, [
      ...term.set.map(place => ({ set: [], unset: [place] })),
      ...term.unset.map(place => ({ set: [place], unset: [] })),
    ]);
  }
  return result;
}

function union(one, other) {
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}

/** Whether the first holds wherever the second does. */
function covers(first, second) {
  return first.set.every(place => second.set.includes(place)) && first.unset.every(place => second.unset.includes(place));
}

function simplified(terms) {
  let kept = [];
  for (const term of terms) {
    const contradictsItself = term.set.some(place => term.unset.includes(place));
    if (contradictsItself || kept.some(other => covers(other, term))) continue;
    kept = [...kept.filter(other => !covers(term, other)), term];
  }
  return kept;
}
