// A recommendation in sentences: for the officer on the spot, and for the owner beside them. The same as
// jp.toritsugi.routing.ExplanationWords.
import { holds, termHolds } from './alternatives.js';
import { warekiMonthOf } from './japan.js';
import { nearestChanges } from './nearest.js';
import { namedBy } from './outcome.js';
import { nameOn } from './rules.js';

/**
 * @typedef {object} Explanation
 * @property {string} title of the rule set
 * @property {string} leaf @property {string} leafState with conclusions
 * @property {Object<string, string>} answers that routed @property {Object<string, string>} inferred those concluded
 * @property {{kind: string, part: 'primary'|'additional'|'blocked', name: string, place: string|null}[]} contacts as they
 *     were called on the day of the interview
 * @property {string[]} sentences in the order it is told
 * @property {{subject: string, to: string, rule: string|null, referral: boolean, sentence: string}[]} nearest changes each
 *     of which alone would give another result
 * @property {string[]} toComplete what the sheet lacks: age
 */

/** @returns {Explanation} */
export function explain(rules, one, bits, made, outcome) {
  return {
    title: rules.ruleSet.title,
    leaf: one.leaf,
    leafState: one.leafState,
    answers: one.answers,
    inferred: one.inferred,
    contacts: contacts(rules, made, one.day),
    sentences: sentences(rules, one, bits, made, outcome),
    nearest: nearestChanges(rules, one, bits, outcome).map(({ words, ...change }) => ({
      ...change,
      rule: change.rule ? change.rule.code : null,
      sentence: changeInWords(words, change, made),
    })),
    toComplete: one.age === null ? ['age'] : [],
  };
}

/** The printed reason: what stops the referral, then the rule's, then what is to be kept in mind. */
export function reason(rules, made, outcome) {
  return [
    ...outcome.gates.filter(gate => gate.stops).map(gate => gateReason(rules, gate, made)),
    ...(outcome.rule ? [outcome.rule.because] : []),
    ...outcome.gates.filter(gate => !gate.stops).map(gate => gate.because),
  ].join('。');
}

function gateReason(rules, gate, made) {
  const dated = made.reviewOn !== null && rules.review.gates.some(entry => entry.gate === gate && entry.months > 0);
  return dated ? `${gate.because}。${warekiMonthOf(made.reviewOn)}に再確認` : gate.because;
}

function contacts(rules, made, day) {
  const contact = part => kind => {
    const { name, place } = nameOn(rules, kind, day);
    return { kind, part, name, place };
  };
  return [
    ...(made.primary ? [made.primary] : []).map(contact('primary')),
    ...made.additional.map(contact('additional')),
    ...made.blocked.map(contact('blocked')),
  ];
}

function sentences(rules, one, bits, made, outcome) {
  const named = kinds => kinds.map(kind => nameOn(rules, kind, one.day).name).join('、');
  const inWords = (gate, because) => `${gate.name}（${gate.code}）: ${because}。`;
  return [
    deciding(rules, one, bits, outcome.rule),
    ...outcome.gates.filter(gate => gate.stops).map(gate => inWords(gate, gateReason(rules, gate, made))),
    ...adding(rules, bits, outcome.rule)
      .map(rule => `${rule.code}「${rule.because}」により、${named(namedBy(rule, bits))}を加えます。`),
    ...(made.blocked.length > 0 ? [`${named(made.blocked)}は、同意が必要です（${blockedGate(rules)}）。`] : []),
    ...(made.urgency === null ? [] : [urgency(rules, bits, made, outcome.rule)]),
    ...outcome.gates.filter(gate => !gate.stops && !gate.happens).map(gate => inWords(gate, gate.because)),
    ...rules.questionnaire.questions.filter(question => question.code in one.inferred).map(question =>
      `${question.code}は無回答ですが、ほかの回答から「${labelOf(question, one.inferred[question.code])}」と推し量りました。`),
    ...(one.age === null ? ['年齢の記入がないため、60歳代とみなしました。年齢を確かめてください。'] : []),
  ];
}

function deciding(rules, one, bits, rule) {
  if (!rule) {
    return `区分${one.leaf}の状態が決まらない（${rules.labels.leafStates[one.leafState]}）ため、決まりを当てはめていません。`;
  }
  const because = rule.stage === 'otherwise' ? 'どの決まりにも当てはまらない' : holding(rules, one, bits, rule);
  return `${rule.code}「${rule.because}」が決め手です（${because}）。`;
}

/** The first alternative of the rule's condition that holds. */
function holding(rules, one, bits, rule) {
  const term = rule.applies.find(candidate => termHolds(candidate, bits));
  const there = term.set.map(place => rules.atoms.all[place].words);
  const absent = term.unset.map(place => rules.atoms.all[place])
    .map(atom => (atom.question === undefined ? atom.opposite : given(rules, one, atom.question)));
  return [...new Set([...there, ...absent])].join('、');
}

/** What was answered instead. */
function given(rules, one, code) {
  const label = labelOf(rules.questionnaire.byCode.get(code), one.answers[code]);
  return label === undefined ? `${code}が無回答` : `${code}「${label}」`;
}

function labelOf(question, answer) {
  return question.choices.find(choice => choice.code === answer)?.label;
}

/** The later rules that add somebody. */
function adding(rules, bits, deciding) {
  if (deciding?.stage === 'first') return [];
  const place = deciding ? rules.rules.indexOf(deciding) : Infinity;
  return rules.rules.filter((rule, i) => (rule.stage === 'plus' || rule.stage === 'rules' && i > place)
    && holds(rule.applies, bits) && namedBy(rule, bits).length > 0);
}

function blockedGate(rules) {
  return rules.gates.find(gate => gate.happens === 'blocked')?.code ?? '';
}

function urgency(rules, bits, made, rule) {
  const steps = rules.urgency;
  const hold = guard => holds(guard.applies, bits);
  const raising = steps.grounds.filter(hold);
  const grounds = [
    ...rule.urgencyWhen.filter(hold).slice(0, 1),
    ...(raising.length >= steps.atLeast ? raising : []),
    ...[steps.stepUp].filter(hold),
    ...(rule.stage === 'first' ? [] : [steps.stepDown].filter(hold)),
  ];
  const labels = rules.labels.urgencies;
  const words = [...new Set(grounds.map(guard => guard.words))].join('、');
  return `緊急度は${labels[made.urgency]}${grounds.length === 0
    ? `（${rule.code}の度合い）です。`
    : `です（${rule.code}は${labels[rule.urgency]}。${words}）。`}`;
}

function changeInWords(words, change, made) {
  if (!change.rule) return `${words}、区分の状態が決まらず、保留になります。`;
  const named = `${change.rule.code}「${change.rule.because}」`;
  if (change.referral) {
    return words + (made.referral ? `、${named}による取次に変わります。` : `、取次になります（${named}）。`);
  }
  return words + (change.rule.referral ? `、${named}になりますが、取次はしません。` : `、取次不要になります（${named}）。`);
}
