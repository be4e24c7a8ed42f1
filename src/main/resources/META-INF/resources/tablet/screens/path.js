/** The way through the questionnaire, as the engine reads it from a sheet's answers. */
import { follow, questionnaireOf } from '../engine/questionnaire.js';
import { sheetAddress } from './route.js';
import { store } from './store.js';

/** The questionnaire this device holds, understood once a definition. */
export function questionnaire() {
  const definition = store.device.definitions.questionnaire;
  if (questionnaire.of !== definition) {
    questionnaire.of = definition;
    questionnaire.understood = questionnaireOf(definition);
  }
  return questionnaire.understood;
}

/** @returns {{definition: object, state: object, question: (code: string) => object}} */
export function talkOf(sheet) {
  const definition = store.device.definitions.questionnaire;
  return {
    definition,
    state: follow(questionnaire(), sheet.content.answers),
    question: code => definition.questions.find(one => one.code === code),
  };
}

/** Where the talk goes after a question: the next on the path, the next open one, or on to the wish. */
export function addressAfter(sheet, code) {
  const { state } = talkOf(sheet);
  const at = state.path.indexOf(code);
  const next = at >= 0 ? state.path[at + 1] : state.next;
  return next ? sheetAddress(sheet.id, 'ask', next) : sheetAddress(sheet.id, 'wish');
}
