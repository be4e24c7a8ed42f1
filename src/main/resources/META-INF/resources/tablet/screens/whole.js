/** The whole sheet in paper order: for fast typing, and for keying in what was filled in on paper. */
import { codeOfKey } from './answering.js';
import { h } from './dom.js';
import { linkButton } from './parts.js';
import { talkOf } from './path.js';
import { sheetAddress } from './route.js';
import { NON_RESPONSES } from './words.js';
import { change } from './working.js';

const STATES = { 'not-applicable': '聞かない質問', 'off-branch': '分岐外', unanswered: '未回答', 'on-branch': '' };

export function wholeScreen({ sheet }) {
  const talk = talkOf(sheet);
  const rows = talk.definition.questions.map(question => row(sheet, question, talk.definition.nonResponses));
  const mark = () => {
    const { state } = talkOf(sheet);
    rows.forEach(one => one.mark(state.states[one.code], state.next));
    left.textContent = state.left.most === 0 ? '道の上の質問はすべて終わりました。' : `道の上の質問は、あと${state.left.most}問までです。`;
  };
  const left = h('p.quiet', { role: 'status' });
  rows.forEach((one, i) => {
    one.answered = mark;
    one.onward = () => (rows[i + 1]?.first() || document.querySelector('.onward a.first'))?.focus();
    one.backward = () => rows[i - 1]?.first().focus();
  });
  mark();
  return {
    title: '一覧で入力',
    kind: 'whole',
    steps: true,
    back: sheetAddress(sheet.id, 'firm'),
    body: [
      h('h1', null, '一覧で入力'),
      h('p.keys', null, key('1', 'はい'), key('2', 'いいえ'), key('0', '聞けず'), key('9', 'わからない'), key('Delete', '消す'), key('↑'), key('↓', '移る')),
      left,
      h('div.rows', null, rows.map(one => one.node)),
      h('p.actions.onward', null, linkButton('一問ずつ', sheetAddress(sheet.id, 'ask'), 'quiet'),
        linkButton('状況と希望へ', sheetAddress(sheet.id, 'wish'), 'first.large')),
    ],
  };
}

function key(name, says) {
  return [h('kbd', null, name), says ? h('span', null, says) : null];
}

function row(sheet, question, nonResponses) {
  const name = `whole-${question.code}`;
  const state = h('span.row-state');
  const inputs = [];
  const pick = (code, says, quiet) => {
    const input = h('input', { type: 'radio', name, value: code, checked: sheet.content.answers[question.code] === code, onchange: () => set(code) });
    inputs.push(input);
    return h(`label.pick${quiet ? '.quiet-pick' : ''}`, null, input, h('span', null, says));
  };
  const set = async code => {
    await change(one => {
      if (code) {
        one.content.answers[question.code] = code;
      } else {
        delete one.content.answers[question.code];
      }
    });
    inputs.forEach(one => (one.checked = one.value === code));
    self.answered();
  };
  const self = {
    code: question.code,
    node: h('fieldset.whole-row', { 'data-field': `answers.${question.code}`, onkeydown: event => pressed(event) },
      h('legend', null, h('strong', null, question.code), ' ', question.text, ' ', state),
      h('div.picks', null,
        question.choices.map(choice => pick(choice.code, choice.label, false)),
        nonResponses.filter(one => one.code !== 'declined').sort((one, other) => (one.code === 'not-asked' ? -1 : other.code === 'not-asked' ? 1 : 0))
          .map(one => pick(one.code, NON_RESPONSES[one.code], true)))),
    first: () => inputs.find(one => one.checked) || inputs[0],
    mark: (said, next) => {
      state.textContent = STATES[said] && said !== 'unanswered' ? `［${STATES[said]}］` : '';
      self.node.className = `whole-row ${said}${next === question.code ? ' is-next' : ''}`;
    },
  };

  async function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const code = codeOfKey(event.key, question);
    if (code) {
      event.preventDefault();
      await set(code);
      self.onward();
    } else if (['Delete', 'Backspace'].includes(event.key)) {
      event.preventDefault();
      set(null);
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      self.onward();
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      self.backward();
    }
  }

  return self;
}
