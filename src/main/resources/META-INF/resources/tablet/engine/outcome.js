// What the rules make of a case: the rule that decides, who is advised, what stands in the way. The same as
// jp.toritsugi.routing.CaseRouter.
import { holds } from './alternatives.js';
import { firstOf } from './rules.js';

/** Nothing is handed over to them, so no consent is needed. */
const OWN_ADVISER = 'own-adviser';

/**
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
