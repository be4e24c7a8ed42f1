// The single changes that would give another result: first what stands in the way, then the answers that settle the leaf,
// then facts. Every change is tried out on the case before it is stated. The same as
// jp.toritsugi.routing.NearestChanges.
import * as atoms from './atoms.js';
import { changed } from './leaves.js';
import { outcomeOf } from './outcome.js';

const MOST = 3;

const CLEARED = [
  { key: atoms.NO_CONSENT.key, subject: 'consents', to: 'given', words: '情報共有の同意（すべての提供先）があれば' },
  { key: atoms.NOT_NOW.key, subject: 'supportWish', to: 'wanted', words: '支援を希望されれば' },
  { key: atoms.ADVISER_NAMED.key, subject: 'adviser', to: 'none', words: '相談中の先がなければ' },
  { key: atoms.OUTSIDE_NETWORK.key, subject: 'municipality', to: 'inside', words: '市町村がネットワークの中なら' },
  { key: atoms.OPEN_CASE.key, subject: 'openCase', to: 'none', words: '同じ事業者の取次が進んでいなければ' },
];

/**
 * @param {object} rules prepared
 * @param {import('./case.js').RoutingCase} one
 * @param {boolean[]} bits of the case
 * @param {object} outcome what the rules made of it
 * @returns {{subject: string, to: string, words: string, rule: object|null, referral: boolean}[]} at most three
 */
export function nearestChanges(rules, one, bits, outcome) {
  const found = [];
  for (const tried of candidates(rules, one, bits)) {
    const other = outcomeOf(rules, tried.bits, tried.subject === 'consents' ? [...rules.names.keys()] : one.covered);
    if (other.rule !== outcome.rule || other.referral !== outcome.referral) {
      found.push({ subject: tried.subject, to: tried.to, words: tried.words, rule: other.rule, referral: other.referral });
      if (found.length === MOST) break;
    }
  }
  return found;
}

function* candidates(rules, one, bits) {
  const applicable = function* (changes) {
    for (const { wants, clear, set, ...change } of changes) {
      const applies = wants.length > 0 ? wants.some(place => bits[place]) : set.some(place => !bits[place]);
      if (applies) yield { ...change, bits: changed(bits, clear, set) };
    }
  };
  yield* applicable(CLEARED.map(({ key, ...change }) => {
    const places = rules.atoms.known(key);
    return { ...change, wants: places, clear: places, set: [] };
  }));
  yield* answerChanges(rules.flips, one, bits);
  yield* applicable(factChanges(rules));
}

function* answerChanges(flips, one, bits) {
  const leaf = flips.leaf(one.leaf);
  if (!leaf) return;
  for (const question of leaf.questions) {
    const others = leaf.questions.filter(other => other !== question);
    const complete = others.every(other => other.choices.some(choice => choice.answer === one.answers[other.code]));
    const unfavourable = others.some(other => other.unfavourable === one.answers[other.code]);
    for (const choice of question.choices) {
      if (choice.answer === one.answers[question.code]) continue;
      const action = unfavourable || choice.answer === question.unfavourable;
      const state = leaf.state ?? (action ? 'action' : complete ? 'clear' : 'open');
      yield {
        subject: question.code,
        to: choice.answer,
        words: `${question.code}が「${choice.label}」なら`,
        bits: flips.withState(changed(bits, question.clear, choice.set), state),
      };
    }
  }
}

function factChanges(rules) {
  const within = rules.atoms.all.filter(atom => atom.within !== undefined);
  return rules.atoms.all.flatMap(atom => {
    if (atom.fact !== undefined) return ofFact(rules, atom);
    return atom.within === undefined ? [] : [atom.within, atom.within + 1].map(years => handover(rules, within, years));
  });
}

function ofFact(rules, atom) {
  const there = rules.atoms.known(atom.key);
  const denied = rules.atoms.known(atoms.factDenied(atom.fact, '').key);
  const label = rules.labels.facts[atom.fact];
  return [
    { subject: atom.fact, to: 'false', words: `「${label}」がなければ`, wants: there, clear: there, set: denied },
    { subject: atom.fact, to: 'true', words: `「${label}」があれば`, wants: [], clear: denied, set: there },
  ];
}

function handover(rules, within, years) {
  const clear = within.flatMap(atom => rules.atoms.known(atom.key));
  const set = within.filter(atom => years <= atom.within).flatMap(atom => rules.atoms.known(atom.key));
  return { subject: 'handoverWithinYears', to: String(years), words: `承継予定が${years}年後なら`, wants: set.length === 0 ? clear : [], clear, set };
}
