/** Fields for the PIN: typed, chosen, changed. Every press that is refused says why, beside the field. */
import { pinProblem, SHORTEST_PIN } from '../keep/strength.js';
import { h } from './dom.js';
import { button, field, notice } from './parts.js';
import { store } from './store.js';

/** Digits come up first; letters are one press away. */
export function pinField(label, name, help) {
  const made = field({ label, name, help, type: 'password', mode: 'numeric', width: 'narrow', autocomplete: 'off', most: 32 });
  const toggle = button('文字も入力する', () => {
    const letters = made.input.inputMode === 'numeric';
    made.input.inputMode = letters ? 'text' : 'numeric';
    toggle.textContent = letters ? '数字だけ入力する' : '文字も入力する';
    made.input.focus();
  }, 'quiet');
  made.append(toggle);
  return made;
}

/** A new PIN, twice. @returns {{fields: HTMLElement[], read: () => string|null}} null: said why not */
export function choosePin() {
  const first = pinField('端末の暗証番号（PIN）', 'pin', `${SHORTEST_PIN}文字以上。数字だけでも、文字を混ぜてもかまいません。誕生日や続き番号は使えません。`);
  const second = pinField('もう一度', 'pin-again');
  const read = () => {
    const pin = first.input.value;
    const weak = pinProblem(pin, store.device.person?.userName ?? null);
    const differ = weak === null && pin !== second.input.value;
    first.say(weak ?? '');
    second.say(differ ? '二つが合っていません。もう一度入れてください。' : '');
    const wrong = weak !== null ? first : differ ? second : null;
    wrong?.input.focus();
    return wrong === null ? pin : null;
  };
  return { fields: [first, second], read };
}

/**
 * Does what was asked, and says at the first field why it was refused; all are typed anew.
 *
 * @param {HTMLElement[]} fields
 * @param {() => Promise<true|void|{problem: string, waitSeconds?: number}>} work
 * @returns {Promise<string|null>} what was said, or nothing
 */
export async function refused(fields, work) {
  let problem = null;
  try {
    const answer = await work();
    problem = answer?.problem ? withWait(answer) : null;
  } catch (error) {
    problem = error?.message || 'できませんでした。もう一度お試しください。';
  }
  const [first] = fields;
  first.say(problem ?? '');
  if (problem !== null) {
    fields.forEach(one => (one.input.value = ''));
    first.input.focus();
  }
  return problem;
}

function withWait({ problem, waitSeconds }) {
  return waitSeconds ? `${problem}（${waitSeconds}秒お待ちください）` : problem;
}

/** The section of the settings; what is kept stays as it is. */
export function changePin() {
  const now = pinField('いまの暗証番号', 'pin-now');
  const chosen = choosePin();
  const told = h('div', { role: 'status' });
  return h('form', { novalidate: true, onsubmit: async event => {
    event.preventDefault();
    told.replaceChildren();
    now.say('');
    const next = chosen.read();
    if (next === null) {
      return;
    }
    let wrong = null;
    const problem = await refused(chosen.fields, async () => {
      const answer = await store.device.changePin(now.input.value, next);
      wrong = answer === true ? null : answer;
    });
    if (wrong !== null) {
      await refused([now], async () => wrong);
    } else if (problem === null) {
      event.target.reset();
      told.replaceChildren(notice('good', '暗証番号を変えました', h('p', null, '次に開くときから、新しい暗証番号を使います。')));
    }
  } }, now, chosen.fields, h('p.actions', null, h('button.button.second', { type: 'submit' }, '暗証番号を変える')), told);
}
