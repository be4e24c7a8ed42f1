// How another answer to a question that settles a leaf changes a case: the same as jp.toritsugi.routing.LeafFlips.
import { answered, inState } from './atoms.js';

/** Per leaf, how another answer to one of the questions that settle it changes a case's atoms. */
export class LeafFlips {
  #states;
  #leaves;

  constructor(questionnaire, known, labels) {
    this.#states = new Map(['clear', 'action', 'open'].map(state => [state, known.place(inState(state, labels[state]))]));
    this.#leaves = new Map(questionnaire.leaves.map(leaf => [leaf.code, {
      state: leaf.state ?? null,
      questions: leaf.questions.map(code => ofQuestion(questionnaire.byCode.get(code), known)),
    }]));
  }

  isDecided(bits) {
    return bits[this.#states.get('clear')] || bits[this.#states.get('action')];
  }

  leaf(code) {
    return this.#leaves.get(code);
  }

  withState(bits, state) {
    return changed(bits, [...this.#states.values()], [this.#states.get(state)]);
  }
}

function ofQuestion(question, known) {
  const choices = question.choices.map(choice => ({
    answer: choice.code,
    label: choice.label,
    set: known.known(answered(question.code, choice.code, choice.label).key),
  }));
  return { code: question.code, unfavourable: question.unfavourable, choices, clear: choices.flatMap(choice => choice.set) };
}

/** The case with some atoms no longer true, and some true. */
export function changed(bits, clear, set) {
  const other = [...bits];
  clear.forEach(place => { other[place] = false; });
  set.forEach(place => { other[place] = true; });
  return other;
}
