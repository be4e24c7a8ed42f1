// One version of the routing rules, read from what the server serves of it and made ready for one questionnaire: the same
// as jp.toritsugi.routing.RuleSetFile. The atoms must get their places in the same order, for explanations name them in it.
import { Atoms } from './atoms.js';
import { ALWAYS, and, holds, not } from './alternatives.js';
import { NEVER_HOLDS, conditionReader } from './conditions.js';
import { LeafFlips } from './leaves.js';

/** From low to high. */
const URGENCIES = ['low', 'medium', 'high'];

/**
 * @typedef {object} RuleSet
 * @property {string} id code and version
 * @property {string} title
 * @property {string} questionnaire the one whose sheets it decides, code and version
 * @property {object} rules the file as data
 * @property {object} labels words of codes that rules use
 */

/**
 * @param {object} json of GET /api/v1/routing/rules/{code}/{version}
 * @returns {RuleSet}
 */
export function ruleSetOf(json) {
  return { id: json.ruleSet, title: json.title, questionnaire: json.questionnaire, rules: json.rules, labels: json.labels };
}

const ready = new WeakMap();

/**
 * The rules ready to be applied.
 *
 * @param {RuleSet} ruleSet
 * @param {import('./questionnaire.js').Questionnaire} questionnaire
 */
export function prepared(ruleSet, questionnaire) {
  const known = ready.get(ruleSet);
  if (known?.questionnaire === questionnaire) return known;
  const made = prepare(ruleSet, questionnaire);
  ready.set(ruleSet, made);
  return made;
}

function prepare(ruleSet, questionnaire) {
  const { rules: file, labels } = ruleSet;
  const atoms = new Atoms();
  const condition = conditionReader({ questionnaire, labels, atoms, small: smallOf(file.small), places: placesOf(file) });
  const gates = file.gates.map(entry => ({
    code: entry.gate,
    name: entry.name,
    stops: entry.stops ?? true,
    happens: entry.happens ?? null,
    because: entry.because,
    applies: condition(entry.when).applies,
  }));
  const rules = rulesOf(file, condition);
  const flips = new LeafFlips(questionnaire, atoms, labels.leafStates);
  const urgency = urgencyOf(file.urgency, condition);
  const review = reviewOf(file.review, gates, condition);
  return { ruleSet, questionnaire, atoms, gates, rules, flips, urgency, review, labels, names: namesOf(file) };
}

function smallOf(entry) {
  return {
    employees: entry.employees,
    exceptIndustries: entry.exceptIn?.industries ?? [],
    exceptEmployees: entry.exceptIn?.employees ?? 0,
  };
}

function placesOf(file) {
  return (file.places ?? []).map(place => ({ ...place, municipalities: place.municipalities.map(String) }));
}

/** In the order of trial: the first, those of decided leaves, the otherwise, those that only add. */
function rulesOf(file, condition) {
  const rules = [];
  const add = (entry, stage) => rules.push(ruleOf(entry, stage, rules, condition));
  (file.first ?? []).forEach(entry => add(entry, 'first'));
  (file.rules ?? []).forEach(entry => add(entry, 'rules'));
  add(file.otherwise, 'otherwise');
  (file.plus ?? []).forEach(entry => add(entry, 'plus'));
  return rules;
}

function ruleOf(entry, stage, before, condition) {
  const primary = (entry.primaryWhen ?? []).map(one => guarded(one.kind, condition(one.when)));
  if (entry.primary) primary.push({ value: entry.primary, applies: ALWAYS });
  const { applies } = condition(entry.when);
  const other = before.find(rule => rule.code === entry.instead);
  return {
    code: entry.rule,
    stage,
    applies: other ? and(applies, not(other.applies)) : applies,
    referral: entry.referral ?? true,
    primary,
    add: (entry.add ?? []).map(one => guarded([one.kinds].flat(), condition(one.when))),
    urgency: entry.urgency ?? null,
    urgencyWhen: (entry.urgencyWhen ?? []).map(one => guarded(one.urgency, condition(one.when))),
    review: entry.review?.months ?? 0,
    because: entry.because,
  };
}

function guarded(value, guard) {
  return { value, ...guard };
}

function urgencyOf(entry, condition) {
  return {
    atLeast: entry.raise?.atLeast ?? Infinity,
    to: entry.raise?.to ?? 'high',
    grounds: (entry.raise?.of ?? []).map(condition),
    stepUp: entry.stepUp ? condition(entry.stepUp) : NEVER_HOLDS,
    stepDown: entry.stepDown ? condition(entry.stepDown) : NEVER_HOLDS,
  };
}

/** 緊急度 of a case that this rule hands over. */
export function urgencyOn(steps, rule, bits) {
  let urgency = URGENCIES.indexOf(firstOf(rule.urgencyWhen, bits, rule.urgency));
  const found = steps.grounds.filter(ground => holds(ground.applies, bits)).length;
  if (found >= steps.atLeast) urgency = Math.max(urgency, URGENCIES.indexOf(steps.to));
  if (holds(steps.stepUp.applies, bits)) urgency = Math.min(urgency + 1, URGENCIES.length - 1);
  if (rule.stage !== 'first' && holds(steps.stepDown.applies, bits)) urgency = Math.max(urgency - 1, 0);
  return URGENCIES[urgency];
}

/** The value of the first choice that counts. */
export function firstOf(choices, bits, otherwise) {
  const found = choices.find(choice => holds(choice.applies, bits));
  return found ? found.value : otherwise;
}

function reviewOf(entry, gates, condition) {
  return {
    gates: (entry.gates ?? []).map(one => ({
      gate: gates.find(gate => gate.code === one.gate),
      applies: condition(one.when).applies,
      months: one.months ?? 0,
      days: one.days ?? 0,
    })),
    birthdays: entry.birthdays.map(Number),
    notBeforeMonths: entry.notBeforeMonths,
  };
}

function namesOf(file) {
  return new Map(file.kinds.map(entry => [entry.kind, {
    inside: entry.inside ? { kind: entry.inside.kind, from: entry.inside.from ?? '' } : null,
    names: entry.names.map(name => ({ from: '', until: '9999-12-31', place: null, ...name })),
  }]));
}

/** What a kind of consultant was called on a day, and where they sat. */
export function nameOn(rules, kind, day) {
  return rules.names.get(kind).names.find(name => name.from <= day && day <= name.until);
}
