// Conditions of a rule set: items side by side must all hold, of values in a list one is enough. Each says itself in
// Japanese and becomes alternatives of atoms. The same as jp.toritsugi.routing.Conditions and Condition.
import * as atoms from './atoms.js';
import { ALWAYS, NEVER, and, not, or, single } from './alternatives.js';

/**
 * @typedef {object} Guard a condition, read
 * @property {string} words
 * @property {import('./alternatives.js').Term[]} applies
 */

/** @type {Guard} */
export const ALWAYS_HOLDS = { words: 'すべて', applies: ALWAYS };
/** @type {Guard} */
export const NEVER_HOLDS = { words: '', applies: NEVER };

const list = value => (Array.isArray(value) ? value : [value]).map(String);
const asks = atom => ({ type: 'asks', atom });
const allOf = of => ({ type: 'all', of });
const anyOf = of => (of.length === 1 ? of[0] : { type: 'any', of });
const negated = of => ({ type: 'not', of });

/**
 * @param {{questionnaire: import('./questionnaire.js').Questionnaire, labels: object, small: object, places: object[],
 *     atoms: atoms.Atoms}} context
 * @returns {(entry: object|undefined) => Guard} reader; nothing to read always holds
 */
export function conditionReader(context) {
  return entry => {
    if (entry === undefined) return ALWAYS_HOLDS;
    const tree = read(entry, context);
    return { words: wordsOf(tree), applies: compiled(tree, context.atoms) };
  };
}

function read(entry, context) {
  const all = Object.entries(entry).map(([item, value]) => readItem(item, value, context));
  return all.length === 1 ? all[0] : allOf(all);
}

function readItem(item, value, context) {
  const { labels, places, small } = context;
  const each = make => anyOf(list(value).map(code => asks(make(code))));
  switch (item) {
    case 'all': return allOf(value.map(inner => read(inner, context)));
    case 'any': return { type: 'any', of: value.map(inner => read(inner, context)) };
    case 'not': return negated(read(value, context));
    case 'leaf': return each(atoms.inLeaf);
    case 'state': return each(code => atoms.inState(code, labels.leafStates[code]));
    case 'answered': return allOf(answers(value, context));
    case 'notAnswered': return allOf(answers(value, context).map(negated));
    case 'fact': return each(code => atoms.factHolds(code, labels.facts[code]));
    case 'noFact': return each(code => atoms.factDenied(code, labels.facts[code]));
    case 'ageFrom': return asks(atoms.ageFrom(Number(value)));
    case 'ageUnder': return negated(asks(atoms.ageFrom(Number(value))));
    case 'handoverWithin': return asks(atoms.handoverWithin(Number(value)));
    case 'kind': return each(atoms.ofKind);
    case 'small': return String(value) === 'true' ? asks(atoms.small(small)) : negated(asks(atoms.small(small)));
    case 'performance': return each(code => atoms.performance(code, labels.performances[code]));
    case 'place': return each(name => atoms.inPlace(places.find(place => place.name === name)));
    case 'institutionType': return each(code => atoms.diagnosedBy(code, labels.institutionTypes[code]));
    case 'consent': return asks(atoms.NO_CONSENT);
    case 'wish': return asks(atoms.NOT_NOW);
    case 'adviser': return asks(atoms.ADVISER_NAMED);
    case 'outside': return asks(atoms.OUTSIDE_NETWORK);
    case 'openCase': return asks(atoms.OPEN_CASE);
    default: throw new Error(`unknown condition: ${item}`);
  }
}

function answers(entry, context) {
  return Object.entries(entry).map(([code, value]) => {
    const question = context.questionnaire.byCode.get(code);
    return anyOf(list(value).map(answer =>
      asks(atoms.answered(code, answer, question.choices.find(choice => choice.code === answer).label))));
  });
}

function compiled(tree, known) {
  switch (tree.type) {
    case 'asks': return single(known.place(tree.atom));
    case 'all': return tree.of.reduce((terms, inner) => and(terms, compiled(inner, known)), ALWAYS);
    case 'any': return tree.of.reduce((terms, inner) => or(terms, compiled(inner, known)), NEVER);
    default: return not(compiled(tree.of, known));
  }
}

/** Read as one thing: 区分B・区分C. */
const isOfLeaves = tree => tree.of.every(inner => inner.type === 'asks' && inner.atom.leaf !== undefined);

function wordsOf(tree) {
  switch (tree.type) {
    case 'asks': return tree.atom.words;
    case 'all': return tree.of.length === 0 ? 'すべて' : tree.of.map(inner => bracketed(inner, inner.type === 'any' && !isOfLeaves(inner))).join('、かつ ');
    case 'any': return isOfLeaves(tree) ? tree.of.map(wordsOf).join('・') : tree.of.map(inner => bracketed(inner, inner.type === 'all')).join('又は');
    default: return tree.of.type === 'asks' ? tree.of.atom.opposite : `（${wordsOf(tree.of)}）でない`;
  }
}

function bracketed(tree, brackets) {
  return brackets ? `（${wordsOf(tree)}）` : wordsOf(tree);
}
