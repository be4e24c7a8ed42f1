/** The result for the officer: which rule, why, what would change it, what the consent covers, how urgent. */
import { warekiOf } from '../engine/japan.js';
import { troubleSays } from './devicesheets.js';
import { adviceFor, leafOf, recipientName } from './advice.js';
import { h } from './dom.js';
import { badge, button, linkButton, notice } from './parts.js';
import { talkOf } from './path.js';
import { go, sheetAddress } from './route.js';
import { store } from './store.js';
import { stateWord } from './today.js';
import { attempt, isDraft, refreshLine } from './working.js';
import { URGENCIES } from './words.js';

export function officerScreen({ device, sheet }) {
  const advice = adviceFor(sheet);
  const leaf = leafOf(sheet);
  const { state } = talkOf(sheet);
  const draft = isDraft();
  return {
    title: '担当者の結果',
    kind: 'officer',
    steps: draft,
    back: draft ? sheetAddress(sheet.id, 'confirm') : '#/',
    backSays: draft ? '確認' : '今日',
    body: [
      h('h1', null, '担当者の結果'),
      sheet.kind === 'practice' ? null : h('p.place-line', null, badge(store.line?.place || 'draft', store.line?.receipt), placeSays(store.line)),
      h('dl.facts', null,
        h('dt', null, '到達区分'), h('dd', null, leaf ? h('strong', null, `${leaf.code} ${leaf.name}`) : '未確定', `　${stateWord(state.leafState)}`),
        advice ? adviceRows(advice, sheet) : null),
      advice ? why(advice) : notice('warn', '取次の決まりがこの端末にありません', h('p', null, '電波のあるところで一度開くと、電波のないところでもお勧めを出せます。')),
      h('p.actions', null,
        linkButton('経営者に見せる', sheetAddress(sheet.id, 'result'), 'first.large'),
        linkButton('印刷', sheetAddress(sheet.id, 'paper'), 'second.large'),
        draft ? linkButton('確認して提出する', sheetAddress(sheet.id, 'confirm'), 'second.large')
          : button('訂正する', async () => {
            if (await attempt(() => device.sheets.reopen(sheet.id))) {
              await refreshLine();
              go(sheetAddress(sheet.id, 'confirm'));
            }
          }, 'second.large'),
        linkButton('あとで', '#/', 'quiet')),
    ],
  };
}

function placeSays(line) {
  return line?.trouble ? troubleSays(line.trouble) : {
    device: '電波があるときに自動で送ります。', sending: '送っています。', received: 'サーバーが受け取りました。',
    confirmed: 'サーバーに記録されています。', draft: 'まだ提出していません。',
  }[line?.place] || '';
}

function adviceRows(advice, sheet) {
  const name = kind => recipientName(kind, sheet.content.interviewedOn);
  const row = (label, value) => (value ? [h('dt', null, label), h('dd', null, value)] : null);
  return [
    row('取次', advice.referral ? '行う' : '行わない'),
    row('主な相談先', advice.primary && h('strong', null, name(advice.primary))),
    row('あわせて', advice.additional.map(name).join('、')),
    row('同意が必要', advice.blocked.map(name).join('、')),
    row('緊急度', advice.urgency && URGENCIES[advice.urgency]),
    row('再確認', advice.reviewOn && warekiOf(advice.reviewOn)),
    row('決まり', [advice.rule, ...advice.gates].filter(Boolean).join('・')),
    row('理由', advice.reason && `${advice.reason}。`),
  ];
}

function why({ explanation }) {
  const nearest = (explanation.nearest || []).map(one => one.sentence || one);
  return h('div.columns', null,
    h('section', { 'aria-labelledby': 'why' }, h('h2', { id: 'why' }, 'こうなった理由'),
      h('ul', null, explanation.sentences.map(says => h('li', null, says)))),
    nearest.length ? h('section', { 'aria-labelledby': 'nearest' }, h('h2', { id: 'nearest' }, 'こう変わると、結果が変わります'),
      h('ul', null, nearest.slice(0, 5).map(says => h('li', null, says)))) : null);
}
