// One version of a questionnaire and what it makes of a sheet's answers: the same as jp.toritsugi.questionnaire.
// The branch is decided question by question in printed order. A condition looks only at answers of questions that are
// themselves asked, so leaving a branch leaves everything behind it; nothing that was written is erased.
import { stateOn, walk } from './branch.js';
import { infer } from './inference.js';

/**
 * @typedef {object} Questionnaire
 * @property {string} id code and version
 * @property {object[]} questions in printed order, as served, each with its place, answers and the test whether it is asked
 * @property {object[]} leaves
 * @property {object[]} inferences
 * @property {Set<string>} nonResponses
 * @property {Map<string, object>} byCode questions
 */

/**
 * @param {object} definition JSON of GET /api/v1/questionnaires/{code}/{version}
 * @returns {Questionnaire}
 */
export function questionnaireOf(definition) {
  const places = new Map(definition.questions.map((question, place) => [question.code, place]));
  const looked = new Set();
  const questions = definition.questions.map((question, place) => ({
    ...question,
    place,
    answers: question.choices.map(choice => choice.code),
    asked: question.askWhen ? testOf(question.askWhen, places, looked) : () => true,
  }));
  questions.forEach(question => { question.branches = looked.has(question.code); });
  return {
    id: definition.id,
    title: definition.title,
    questions,
    leaves: definition.leaves.map(leaf => ({ ...leaf, reached: testOf(leaf.when, places, new Set()), questions: leaf.questions ?? [] })),
    inferences: definition.inferWhenMissing,
    nonResponses: new Set(definition.nonResponses.map(one => one.code)),
    byCode: new Map(questions.map(question => [question.code, question])),
  };
}

/** A condition as a test of the standing answers; adds the questions it looks at. */
function testOf(condition, places, looked) {
  if (condition.all) {
    const tests = condition.all.map(one => testOf(one, places, looked));
    return standing => tests.every(test => test(standing));
  }
  if (condition.any) {
    const tests = condition.any.map(one => testOf(one, places, looked));
    return standing => tests.some(test => test(standing));
  }
  if (condition.not) {
    const test = testOf(condition.not, places, looked);
    return standing => !test(standing);
  }
  const place = places.get(condition.question);
  looked.add(condition.question);
  return standing => standing[place] !== null && condition.is.includes(standing[place]);
}

/**
 * @typedef {object} Following what the questionnaire makes of a sheet
 * @property {Object<string, 'on-branch'|'unanswered'|'not-applicable'|'off-branch'>} states by question
 * @property {string[]} path codes asked so far, answered or not, up to and including the next
 * @property {string|null} next first question asked that has neither an answer nor a non-response
 * @property {{least: number, most: number}} left questions still to be asked, the next among them, over every way they
 *     can be answered; not answering one can only make it shorter. Counted when read
 * @property {string} leaf by the given answers alone, U where they do not decide
 * @property {'clear'|'action'|'open'} leafState
 * @property {string[]} parked codes of answers off the branch: kept as written, back when the branch comes back
 * @property {{answers: Object<string, string>, conflict: boolean, leaf: string, leafState: string}} inference for routing
 *     only: what the missing branch answers would be, concluded from the others
 */

/**
 * @param {Questionnaire} questionnaire
 * @param {Object<string, string>} given answer code or non-response by question; those off the branch may be among them
 * @returns {Following}
 */
export function follow(questionnaire, given) {
  const answers = given ?? {};
  const branch = walk(questionnaire, answers);
  const next = nextOf(questionnaire, answers, branch);
  const states = {};
  const path = [];
  const parked = [];
  let past = false;
  for (const question of questionnaire.questions) {
    const state = stateOn(branch, question, answers);
    states[question.code] = state;
    if (branch.asked[question.place] && !past) path.push(question.code);
    if (state === 'off-branch') parked.push(question.code);
    past ||= question === next;
  }
  return {
    states,
    path,
    next: next ? next.code : null,
    get left() { return leftAfter(questionnaire, answers); },
    leaf: branch.leaf,
    leafState: branch.leafState,
    parked,
    get inference() { return infer(questionnaire, answers, branch); },
  };
}

function nextOf(questionnaire, answers, branch) {
  return questionnaire.questions.find(question => branch.asked[question.place]
    && branch.standing[question.place] === null
    && !questionnaire.nonResponses.has(answers[question.code]));
}

/** Answers that no condition looks at need not be told apart: one of them is tried. */
function leftAfter(questionnaire, answers) {
  const next = nextOf(questionnaire, answers, walk(questionnaire, answers));
  if (!next) return { least: 0, most: 0 };
  const tried = next.branches ? next.answers : next.answers.slice(0, 1);
  const rests = tried.map(answer => leftAfter(questionnaire, { ...answers, [next.code]: answer }));
  return {
    least: 1 + Math.min(...rests.map(rest => rest.least)),
    most: 1 + Math.max(...rests.map(rest => rest.most)),
  };
}
