/** The talk: one question a screen. */
import { h } from './dom.js';
import { button, linkButton } from './parts.js';
import { addressAfter, talkOf } from './path.js';
import { go, sheetAddress } from './route.js';
import { answerButtons } from './answering.js';
import { parkedList } from './parked.js';
import { changeWhileTyping, write } from './working.js';

/** `#/sheet/<id>/ask` shows the next open question, `…/ask/Q2` that one. */
export function talkScreen({ place, sheet }) {
  const talk = talkOf(sheet);
  const code = place.rest && talk.question(place.rest) ? place.rest : talk.state.next || talk.state.path.at(-1);
  const question = talk.question(code);
  const at = talk.state.path.indexOf(code);
  const before = at > 0 ? sheetAddress(sheet.id, 'ask', talk.state.path[at - 1]) : sheetAddress(sheet.id, 'firm');
  return {
    title: code,
    kind: 'talk',
    steps: true,
    back: before,
    body: [
      h('p.where', null, h('strong', null, code), ' ・ ', left(talk.state.left)),
      h('h1.question', null, question.text),
      question.note ? h('p.quiet.printed-note', null, question.note) : null,
      explained(question),
      answerButtons(sheet, talk, question),
      memo(sheet, question),
      onward(sheet, talk, question),
      parkedList(sheet, talk),
    ],
  };
}

function left({ least, most }) {
  return most === 0 ? '質問はこれで終わりです' : `あと ${least === most ? most : `${least}〜${most}`}問`;
}

function explained(question) {
  return h('div.explained', null,
    question.why ? h('details', null, h('summary', null, 'なぜ聞くのですか'), h('p', null, question.why)) : null,
    question.plain ? h('details', null, h('summary', null, '言い換え'), h('p', null, question.plain)) : null);
}

function memo(sheet, question) {
  const held = sheet.content.comments?.[question.code] || '';
  const id = 'memo';
  return h('details.memo', { open: Boolean(held) }, h('summary', null, h('span', { 'aria-hidden': 'true' }, '✎ '), 'メモ'),
    h('label.hidden-text', { for: id }, `${question.code}のメモ（経営者の画面と印刷には出ません）`),
    h('textarea', {
      id, rows: 3, maxlength: 2000, value: held, 'data-field': `comments.${question.code}`,
      oninput: event => changeWhileTyping(one => write(one.content, ['comments', question.code], event.target.value.trim())),
    }),
    h('p.help', null, '経営者に見せる画面と印刷には出ません。'));
}

function onward(sheet, talk, question) {
  const answered = sheet.content.answers[question.code] !== undefined;
  const last = talk.state.next === null && talk.state.path.at(-1) === question.code;
  return h('div.onward', null,
    linkButton('一覧で入力', sheetAddress(sheet.id, 'whole'), 'quiet'),
    linkButton('経営者に見せる', sheetAddress(sheet.id, 'result'), 'quiet'),
    answered
      ? button(last ? '質問を終えて次へ' : '次へ', () => go(addressAfter(sheet, question.code)), last ? 'first' : 'second')
      : null);
}
