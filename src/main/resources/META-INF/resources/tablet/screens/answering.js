/** はい／いいえ and the quiet third choices. A tap is kept on the device first, then the talk moves on; an undo follows it. */
import { h } from './dom.js';
import { addressAfter, talkOf } from './path.js';
import { go, sheetAddress } from './route.js';
import { store } from './store.js';
import { answerWord, NON_RESPONSES } from './words.js';
import { change, settleTyping } from './working.js';

const PAUSE = 600;
/** A second tap of a double tap must not answer the question that has just come up. */
const DOUBLE_TAP = 300;

/** @returns {HTMLElement} */
export function answerButtons(sheet, talk, question) {
  const shownAt = performance.now();
  const held = sheet.content.answers[question.code];
  const buttons = new Map();
  let busy = false;
  const choose = async code => {
    if (busy || performance.now() - shownAt < (store.settings.advance === 'at-once' ? DOUBLE_TAP : 0)) {
      return;
    }
    busy = true;
    buttons.forEach((one, key) => one.setAttribute('aria-pressed', String(key === code)));
    await answer(sheet, question, code);
    busy = false;
  };
  const make = (kind, code, says) => {
    const one = h(`button.${kind}`, { type: 'button', 'aria-pressed': String(held === code), onclick: () => choose(code) },
      h('span.tick', { 'aria-hidden': 'true' }), says);
    buttons.set(code, one);
    return one;
  };
  const node = h('div.answers', { role: 'group', 'aria-label': `${question.code}への答え` },
    h(`div.answers-main.of-${question.choices.length}`, null, question.choices.map(choice => make('answer', choice.code, choice.label))),
    h('div.answers-quiet', null, talk.definition.nonResponses.map(({ code }) => code).sort(quietOrder)
      .map(code => make('answer-quiet', code, NON_RESPONSES[code]))));
  node.addEventListener('keydown', event => byKey(event, question, choose));
  return node;
}

function quietOrder(one, other) {
  const order = Object.keys(NON_RESPONSES);
  return order.indexOf(one) - order.indexOf(other);
}

/** 1, 2, 3 are the choices in their printed order, 0 聞けず, 9 わからない. */
export function codeOfKey(key, question) {
  return question.choices[Number(key) - 1]?.code || { 0: 'not-asked', 9: 'unknown' }[key] || null;
}

function byKey(event, question, choose) {
  const code = !event.ctrlKey && !event.metaKey && !event.altKey && codeOfKey(event.key, question);
  if (code) {
    event.preventDefault();
    choose(code);
  }
}

async function answer(sheet, question, code) {
  const before = { ...sheet.content.answers };
  const parkedBefore = talkOf(sheet).state.parked;
  await settleTyping();
  const kept = await change(one => {
    one.content.answers[question.code] = code;
    one.step = question.code;
  });
  if (!kept) {
    return;
  }
  store.tell({ strip: strip(sheet, question, code, before, parkedBefore) });
  if (store.settings.advance === 'by-hand') {
    go(sheetAddress(sheet.id, 'ask', question.code));
    return;
  }
  if (store.settings.advance === 'pause') {
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  if (store.sheet === sheet && sheet.content.answers[question.code] === code) {
    go(addressAfter(sheet, question.code));
  }
}

function strip(sheet, question, code, before, parkedBefore) {
  const { state } = talkOf(sheet);
  const parked = state.parked.filter(one => !parkedBefore.includes(one));
  const restored = parkedBefore.filter(one => !state.parked.includes(one) && one !== question.code);
  const says = [`${question.code}「${answerWord(question, code)}」`,
    parked.length ? `${parked.join('、')}の答えは分岐外に残しました` : '',
    restored.length ? `${restored.join('、')}の答えが戻りました` : ''];
  return {
    says: says.filter(Boolean).join('　'),
    undo: async () => {
      await change(one => {
        one.content.answers = before;
      });
      go(sheetAddress(sheet.id, 'ask', question.code));
    },
  };
}
