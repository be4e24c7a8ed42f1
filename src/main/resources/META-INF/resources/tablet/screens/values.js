/** One field's value in words, wherever it stands in a sheet. */
import { warekiOf } from '../engine/japan.js';
import { store } from './store.js';
import { answerWord, KINDS, MANNERS, OCCASIONS, PERFORMANCES, RECIPIENTS, SUPPORTS, WISHES } from './words.js';

const WORDS = {
  'enterprise.kind': KINDS, occasion: OCCASIONS, manner: MANNERS, supportWish: WISHES, 'facts.performance': PERFORMANCES,
};

export function sayValue(path, value) {
  if (value === null || value === undefined || value === '') {
    return '（なし）';
  }
  if (WORDS[path]) {
    return WORDS[path][value] || value;
  }
  const [part, code] = path.split('.');
  if (part === 'answers') {
    const question = store.device.definitions.questionnaire.questions.find(one => one.code === code);
    return answerWord(question, value) || value;
  }
  if (path === 'consents') {
    return value.map(one => `${RECIPIENTS[one.recipient] || one.recipient} ${one.withdrawnOn ? '撤回' : one.given ? '同意' : '同意しない'}`).join('、');
  }
  if (path === 'desiredSupports') {
    return value.map(one => SUPPORTS[one] || one).join('、');
  }
  if (typeof value === 'boolean') {
    return value ? 'はい' : 'いいえ';
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? warekiOf(value) : String(value);
}
