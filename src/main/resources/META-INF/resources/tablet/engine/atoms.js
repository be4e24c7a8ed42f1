// The smallest things a condition can ask of a case, each of which has a place among them. An atom says itself in
// Japanese, and its opposite. The same as jp.toritsugi.routing.Atom.

/**
 * @typedef {object} Atom
 * @property {string} key the same question has the same key
 * @property {string} words
 * @property {string} opposite
 * @property {(one: object) => boolean} holds
 * @property {string} [leaf] @property {string} [question] @property {string} [fact] @property {number} [within]
 */

function atom(key, words, holds, more = {}) {
  return { key, words, opposite: `${words}でない`, holds, ...more };
}

/** An unknown age counts as sixty to sixty-nine. */
const countedAge = one => one.age ?? 60;

export const inLeaf = leaf => atom(`leaf ${leaf}`, `区分${leaf}`, one => one.leaf === leaf, { leaf });

export const inState = (state, label) => atom(`state ${state}`, label, one => one.leafState === state);

export const answered = (question, answer, label) =>
  atom(`answer ${question} ${answer}`, `${question}「${label}」`, one => one.answers[question] === answer, { question });

export const factHolds = (fact, label) =>
  atom(`fact ${fact}`, `${label}あり`, one => one.facts[fact] === true, { fact, opposite: `${label}の記録なし` });

export const factDenied = (fact, label) => atom(`no fact ${fact}`, `${label}が「なし」`, one => one.facts[fact] === false);

export const ageFrom = age =>
  atom(`age ${age}`, `${age}歳以上`, one => countedAge(one) >= age, { opposite: `${age}歳未満` });

export const handoverWithin = years => atom(`handover ${years}`, `承継予定が${years}年以内`,
  one => one.handoverWithinYears !== null && one.handoverWithinYears <= years, { within: years });

export const ofKind = kind =>
  atom(`kind ${kind}`, kind === 'corporation' ? '法人' : '個人事業者', one => one.kind === kind);

/** @param {{employees: number, exceptIndustries: string[], exceptEmployees: number}} firms */
export const small = firms => atom('small', '小規模', one => isSmall(firms, one));

/** A sole proprietor counts as small; anybody else of unknown size does not. */
function isSmall(firms, one) {
  if (one.kind === 'sole-proprietor') return true;
  if (one.employees === null) return false;
  const excepted = Boolean(one.industry) && firms.exceptIndustries.includes(one.industry[0]);
  return one.employees <= (excepted ? firms.exceptEmployees : firms.employees);
}

export const performance = (code, label) => atom(`performance ${code}`, `業績が${label}`, one => one.performance === code);

/** @param {{name: string, label: string, municipalities: string[]}} place */
export const inPlace = place => atom(`place ${place.name}`, place.label, one => place.municipalities.includes(one.municipality));

export const diagnosedBy = (type, label) =>
  atom(`institution ${type}`, `実施機関が${label}`, one => one.institutionType === type);

const circumstance = (key, words, opposite, holds) => atom(key, words, holds, { opposite });

/** What can stand in the way of a referral beside the answers. */
export const NO_CONSENT =
  circumstance('no-consent', '情報共有の同意がない', '情報共有の同意がある', one => one.covered.length === 0);
export const NOT_NOW =
  circumstance('not-now', '支援希望が「今は不要」', '支援希望が「今は不要」でない', one => one.supportWish === 'not-now');
export const ADVISER_NAMED =
  circumstance('adviser-named', '相談中の先がある', '相談中の先の記録なし', one => one.adviserNamed);
export const OUTSIDE_NETWORK =
  circumstance('outside-network', '市町村がネットワークの外', '市町村がネットワークの外でない', one => one.outsideNetwork);
export const OPEN_CASE =
  circumstance('open-case', '同じ事業者の取次が進行中', '同じ事業者の取次は進んでいない', one => one.openCase);

/** The atoms of one rule set. */
export class Atoms {
  #places = new Map();
  /** @type {Atom[]} in the order in which the rule set first asks for them */
  all = [];

  /** Place of an atom; a new one gets the next. */
  place(one) {
    const known = this.#places.get(one.key);
    if (known !== undefined) return known;
    this.#places.set(one.key, this.all.length);
    return this.all.push(one) - 1;
  }

  /** The place in a list, or an empty list for what no condition asks. */
  known(key) {
    const known = this.#places.get(key);
    return known === undefined ? [] : [known];
  }

  /** @returns {boolean[]} by place, whether the atom holds of the case */
  encode(one) {
    return this.all.map(each => each.holds(one));
  }
}
