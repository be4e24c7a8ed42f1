// One walk through the questions of a sheet: which are asked, and which answers stand. The same as
// jp.toritsugi.questionnaire.Branch.

/** Leaf of a sheet whose answers do not decide. */
export const UNDETERMINED = 'U';

/**
 * @typedef {object} Branch one walk through the questions
 * @property {boolean[]} asked by place
 * @property {(string|null)[]} standing by place, the answers that count
 * @property {string} leaf
 * @property {'clear'|'action'|'open'} leafState
 */

/**
 * @param {import('./questionnaire.js').Questionnaire} questionnaire
 * @param {Object<string, string>} answers
 * @returns {Branch}
 */
export function walk(questionnaire, answers) {
  const asked = [];
  const standing = [];
  for (const question of questionnaire.questions) {
    const given = answers[question.code];
    const isAsked = question.asked(standing);
    asked.push(isAsked);
    standing.push(isAsked && question.answers.includes(given) ? given : null);
  }
  const leaf = questionnaire.leaves.find(one => one.reached(standing));
  return { asked, standing, leaf: leaf ? leaf.code : UNDETERMINED, leafState: stateOf(questionnaire, leaf, standing) };
}

/** One unfavourable answer is enough for action; clear needs an answer to every question of the leaf. */
function stateOf(questionnaire, leaf, standing) {
  if (!leaf) return 'open';
  let complete = true;
  for (const code of leaf.questions) {
    const question = questionnaire.byCode.get(code);
    const answer = standing[question.place];
    if (answer === null) {
      complete = false;
    } else if (answer === question.unfavourable) {
      return 'action';
    }
  }
  return leaf.state ?? (complete ? 'clear' : 'open');
}

/** State of one question on a branch. */
export function stateOn(branch, question, answers) {
  if (branch.asked[question.place]) return branch.standing[question.place] === null ? 'unanswered' : 'on-branch';
  return question.answers.includes(answers[question.code]) ? 'off-branch' : 'not-applicable';
}
