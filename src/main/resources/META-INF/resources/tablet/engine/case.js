// Takes from a sheet what routing looks at, and nothing that says whose it is: the same as
// jp.toritsugi.recommendation.CaseReader.
import { coveredOn } from './consents.js';
import { standingAnswers } from './inference.js';
import { ageOn } from './japan.js';

const FACTS = ['debtRescheduling', 'insolvent', 'cashTight', 'closing', 'loans', 'guarantee', 'sharesDispersed',
  'inheritanceConcern', 'taxRelief', 'dispute', 'healthConcern', 'openSearch'];

/**
 * @typedef {object} RoutingCase all that a recommendation looks at; what is not known is null
 * @property {string} day the interview's
 * @property {Object<string, string>} answers that stand on the branch, the concluded ones among them
 * @property {Object<string, string>} inferred the concluded ones of these
 * @property {string} leaf @property {string} leafState
 * @property {number|null} age @property {string|null} birthDate @property {string|null} kind
 * @property {number|null} employees @property {string|null} industry @property {string|null} municipality
 * @property {Object<string, boolean>} facts an absent one is unknown
 * @property {number|null} handoverWithinYears @property {string|null} performance
 * @property {boolean} adviserNamed @property {string|null} supportWish
 * @property {string[]} covered kinds that the owner's consent covers; none = no consent at all
 * @property {boolean} outsideNetwork @property {boolean} openCase @property {string|null} institutionType
 */

/**
 * @param {object} rules prepared
 * @param {object} content the sheet as it is sent in
 * @param {{institutionType?: string, network: string, today: string, openCase?: boolean}} circumstances today stands in
 *     for the day of the interview until that is filled in
 * @returns {RoutingCase}
 */
export function caseOf(rules, content, circumstances) {
  const day = content.interviewedOn || circumstances.today;
  const firm = content.enterprise ?? {};
  const person = content.representative ?? {};
  const facts = content.facts ?? {};
  return {
    day,
    ...standingAnswers(rules.questionnaire, content.answers),
    age: person.birthDate ? ageOn(person.birthDate, day) : number(person.age),
    birthDate: person.birthDate || null,
    kind: firm.kind === 'individual' ? 'sole-proprietor' : firm.kind || null,
    employees: number(firm.employees),
    industry: firm.industry || null,
    municipality: firm.municipality || null,
    facts: Object.fromEntries(FACTS.filter(fact => typeof facts[fact] === 'boolean').map(fact => [fact, facts[fact]])),
    handoverWithinYears: number(facts.handoverWithinYears),
    performance: facts.performance || null,
    adviserNamed: Boolean(facts.adviser?.trim()),
    supportWish: content.supportWish || null,
    covered: coveredOn(rules.names, content.consents, day),
    // A network's code is its prefecture's, and so are the first two digits of a municipality's.
    outsideNetwork: Boolean(firm.municipality) && !firm.municipality.startsWith(circumstances.network),
    openCase: circumstances.openCase ?? false,
    institutionType: circumstances.institutionType ?? null,
  };
}

/** A box that is empty says nothing, not zero. */
function number(value) {
  return value === null || value === undefined || value === '' ? null : Number(value);
}
