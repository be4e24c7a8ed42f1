// To whom a case goes next, and why: the rules of the server, evaluated without it. The same as
// jp.toritsugi.routing.CaseRouter; both are held to agree by the tests.
import { caseOf } from './case.js';
import { explain, reason } from './explanation.js';
import { outcomeOf } from './outcome.js';
import { reviewOn } from './review.js';
import { firstOf, prepared, urgencyOn } from './rules.js';

export { ruleSetOf } from './rules.js';

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
