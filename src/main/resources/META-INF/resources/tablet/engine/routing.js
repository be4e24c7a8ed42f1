// To whom a case goes next, and why: the rules of the server, evaluated without it. The same as
// jp.toritsugi.routing.CaseRouter; both are held to agree by the tests.
import { holds } from './alternatives.js';
import { caseOf } from './case.js';
import { explain, reason } from './explanation.js';
import { reviewOn } from './review.js';
import { firstOf, prepared, urgencyOn } from './rules.js';

export { ruleSetOf } from './rules.js';

const OWN_ADVISER = 'own-adviser';

/**
 * @typedef {object} Recommendation as the server answers it
 * @property {string} ruleSet @property {string[]} gates @property {string|null} rule @property {boolean} referral
 * @property {string|null} primary @property {string[]} additional @property {string[]} blocked
 * @property {'high'|'medium'|'low'|null} urgency @property {string|null} reviewOn @property {string} reason
 * @property {import('./explanation.js').Explanation} explanation
 */

/**
 * @param {import('./rules.js').RuleSet} ruleSet
 * @param {import('./questionnaire.js').Questionnaire} questionnaire
 * @param {object} content the sheet as it is sent in; may be unfinished
 * @param {{institutionType?: string, network: string, today: string, openCase?: boolean}} circumstances openCase: another
 *     case of the same firm is known to be open
 * @returns {Recommendation|null} null where the rules are not for this questionnaire
 */
export function recommend(ruleSet, questionnaire, content, circumstances) {
  if (ruleSet.questionnaire !== questionnaire.id) return null;
  const rules = prepared(ruleSet, questionnaire);
  return decideCase(rules, caseOf(rules, content, circumstances));
}

/**
 * The same for what a sheet was already reduced to.
 *
 * @param {import('./rules.js').RuleSet} ruleSet
 * @param {import('./questionnaire.js').Questionnaire} questionnaire
 * @param {import('./case.js').RoutingCase} one
 * @returns {Recommendation}
 */
export function recommendCase(ruleSet, questionnaire, one) {
  return decideCase(prepared(ruleSet, questionnaire), one);
}

function decideCase(rules, one) {
  const bits = rules.atoms.encode(one);
  const outcome = outcomeOf(rules, bits, one.covered);
  const { rule, referral } = outcome;
  const made = {
    ruleSet: rules.ruleSet.id,
    gates: outcome.gates.map(gate => gate.code),
    rule: rule ? rule.code : null,
    referral,
    ...split(outcome.advised, outcome.blocked, Boolean(rule) && firstOf(rule.primary, bits, null) !== null),
    urgency: referral ? urgencyOn(rules.urgency, rule, bits) : null,
    reviewOn: referral ? null : reviewOn(rules.review, rule, outcome.gates, bits, one),
  };
  made.reason = reason(rules, made, outcome);
  made.explanation = explain(rules, one, bits, made, outcome);
  return made;
}

/** Sorts out what consent does not cover; the first that is left comes first, where the rule names anybody. */
function split(advised, blocked, ranked) {
  const left = advised.filter(kind => !blocked.includes(kind));
  return {
    primary: ranked ? left[0] ?? null : null,
    additional: ranked ? left.slice(1) : left,
    blocked: advised.filter(kind => blocked.includes(kind)),
  };
}

/**
 * What the rules make of a case, before it is put in order and words.
 *
 * @param {object} rules prepared
 * @param {boolean[]} bits
 * @param {string[]} consented kinds; none = no consent at all, and then none is sorted out, for nothing moves
 * @returns {{rule: object|null, advised: string[], blocked: string[], gates: object[], referral: boolean}}
 */
export function outcomeOf(rules, bits, consented) {
  const rule = decidingRule(rules, bits);
  const advised = advise(rules, rule, bits);
  const blocked = consented.length === 0
    ? []
    : advised.filter(kind => kind !== OWN_ADVISER && !consented.includes(kind));
  const gates = rules.gates.filter(gate => gateHolds(gate, bits, rule, blocked));
  const referral = rule !== null && rule.referral
    && advised.some(kind => kind !== OWN_ADVISER && !blocked.includes(kind))
    && !gates.some(gate => gate.stops);
  return { rule, advised, blocked, gates, referral };
}

/** Those of the first part whatever the leaf; the others once its state is decided. */
function decidingRule(rules, bits) {
  const first = rules.rules.find(rule => rule.stage === 'first' && holds(rule.applies, bits));
  if (first) return first;
  if (!rules.flips.isDecided(bits)) return null;
  return rules.rules.find(rule => rule.stage === 'rules' && holds(rule.applies, bits))
    ?? rules.rules.find(rule => rule.stage === 'otherwise');
}

/** Whom the deciding rule names, and whom the later ones add: in order, each once. */
function advise(rules, deciding, bits) {
  const advised = [];
  if (deciding) {
    advised.push(...namedBy(deciding, bits));
    if (deciding.stage === 'first') return [...new Set(advised)];
    const after = rules.rules.slice(rules.rules.indexOf(deciding) + 1);
    for (const rule of after) {
      if (rule.stage === 'rules' && holds(rule.applies, bits)) advised.push(...namedBy(rule, bits));
    }
  }
  for (const rule of rules.rules) {
    if (rule.stage === 'plus' && holds(rule.applies, bits)) advised.push(...addedBy(rule, bits));
  }
  return [...new Set(advised)];
}

/** Whom one rule names: who comes first, then who is added. */
export function namedBy(rule, bits) {
  const primary = firstOf(rule.primary, bits, null);
  return primary === null ? addedBy(rule, bits) : [primary, ...addedBy(rule, bits)];
}

function addedBy(rule, bits) {
  return rule.add.filter(addition => holds(addition.applies, bits)).flatMap(addition => addition.value);
}

function gateHolds(gate, bits, rule, blocked) {
  switch (gate.happens) {
    case 'blocked': return blocked.length > 0;
    case 'undecided': return rule === null;
    default: return holds(gate.applies, bits);
  }
}
