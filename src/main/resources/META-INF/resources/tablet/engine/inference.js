// What an incomplete sheet would be if its missing branch answers were concluded from the others. For routing only:
// nothing here is ever counted as an answer. The same as jp.toritsugi.questionnaire.Inferring and routing.StandingAnswers.
import { UNDETERMINED, stateOn, walk } from './branch.js';

/**
 * @param {import('./questionnaire.js').Questionnaire} questionnaire
 * @param {Object<string, string>} given
 * @param {import('./branch.js').Branch} branch of these answers
 * @returns {{answers: Object<string, string>, conflict: boolean, leaf: string, leafState: string}} answers: the concluded
 *     ones; conflict: two conclusions contradict each other, and the leaf is U
 */
export function infer(questionnaire, given, branch) {
  const concluded = {};
  if (branch.leaf !== UNDETERMINED) return { answers: concluded, conflict: false, leaf: branch.leaf, leafState: branch.leafState };
  let walked = branch;
  for (const question of questionnaire.questions) {
    if (!walked.asked[question.place] || walked.standing[question.place] !== null) continue;
    const conclusions = conclusionsOf(questionnaire, question, given);
    if (conclusions.size > 1) return { answers: {}, conflict: true, leaf: UNDETERMINED, leafState: 'open' };
    if (conclusions.size === 1) {
      [concluded[question.code]] = conclusions;
      walked = walk(questionnaire, { ...given, ...concluded });
    }
  }
  return { answers: concluded, conflict: false, leaf: walked.leaf, leafState: walked.leafState };
}

/** From what was given alone: one conclusion is no ground for the next. */
function conclusionsOf(questionnaire, question, given) {
  return new Set(questionnaire.inferences
    .filter(rule => rule.question === question.code)
    .filter(rule => rule.whenAnyAnswered.some(code => questionnaire.byCode.get(code).answers.includes(given[code])))
    .map(rule => rule.infer));
}

/**
 * Of a sheet's answers those that route: given on the branch, or concluded where a branch answer is missing.
 *
 * @param {import('./questionnaire.js').Questionnaire} questionnaire
 * @param {Object<string, string>} given
 * @returns {{answers: Object<string, string>, inferred: Object<string, string>, leaf: string, leafState: string}} inferred:
 *     the concluded ones among the answers
 */
export function standingAnswers(questionnaire, given) {
  const answers = given ?? {};
  const inference = infer(questionnaire, answers, walk(questionnaire, answers));
  const filled = { ...answers, ...inference.answers };
  const branch = walk(questionnaire, filled);
  const standing = {};
  for (const question of questionnaire.questions) {
    const state = stateOn(branch, question, filled);
    const answer = filled[question.code];
    if (state === 'on-branch' || state === 'unanswered' && questionnaire.nonResponses.has(answer)) {
      standing[question.code] = answer;
    }
  }
  return { answers: standing, inferred: inference.answers, leaf: inference.leaf, leafState: inference.leafState };
}
