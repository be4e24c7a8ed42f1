/** 分岐外: answers of a branch that was left. They stay, are shown, and count again when the branch comes back. */
import { h } from './dom.js';
import { answerWord } from './words.js';

export function parkedList(sheet, talk) {
  const { parked } = talk.state;
  if (!parked.length) {
    return null;
  }
  return h('section.parked', { 'aria-label': '分岐外の回答' },
    h('h2', null, '分岐外の回答'),
    h('p.quiet', null, 'いまの道では聞かない質問への答えです。消していません。道が戻れば、そのまま使います。'),
    h('ul', null, parked.map(code => h('li', null, h('strong', null, code), ' ',
      answerWord(talk.question(code), sheet.content.answers[code])))));
}
