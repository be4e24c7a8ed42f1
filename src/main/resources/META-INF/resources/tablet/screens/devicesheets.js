/** The sheets on this device, each with its place and what can be done about it. */
import { warekiOf } from '../engine/japan.js';
import { dayOf } from '../keep/sheets.js';
import { h } from './dom.js';
import { badge, button, empty, linkButton } from './parts.js';
import { go, sheetAddress } from './route.js';
import { store } from './store.js';
import { attempt } from './working.js';
import { isHeldElsewhere } from '../keep/problem.js';

/** @param {object[]} sheets @param {object|null} status of the outbox */
export function deviceSheets(sheets, status) {
  if (!sheets.length) {
    return empty('この端末に診断票はありません。', h('p', null, '「診断をはじめる」を押すと、ここに並びます。送り終えて確定した診断票は、しばらくするとこの端末から片付けられます。'));
  }
  const waiting = sheets.filter(one => ['device', 'sending'].includes(one.place) && one.kind !== 'practice').length;
  return [
    waiting ? h('p.outbox-line', null, `送信を待っているもの ${waiting}件`, status?.online === false ? '（電波待ち）' : '',
      button('いま送る', () => store.device.outbox.sendNow(), 'quiet')) : null,
    h('ul.sheet-list', null, sheets.map(one => h('li.sheet-card', null, card(one)))),
  ];
}

function card(one) {
  return [
    h('div.sheet-head', null,
      h('a.sheet-name', { href: addressOf(one) }, one.firm || '（事業者名なし）'),
      one.kind === 'practice' ? h('span.badge.practice-badge', null, '練習') : badge(one.place, one.receipt)),
    h('p.quiet.sheet-more', null, one.interviewedOn ? warekiOf(one.interviewedOn) : '', one.problem && one.place !== 'conflict' ? h('span.problem', null, `　${says(one.problem)}`) : ''),
    one.trouble ? h('p.problem', null, troubleSays(one.trouble)) : null,
    h('div.sheet-actions', null, actions(one)),
  ];
}

/** How often it came back, since when, and what was said the last time. */
export function troubleSays({ count, since, says: last }) {
  const often = count > 1 ? `${count}回送りましたが、` : '';
  return `${often}まだ受け取られていません（${warekiOf(dayOf(Date.parse(since)))}から）。最後の答え：${last}`;
}

/** What is wrong, as one sentence. */
export function says(problem) {
  return typeof problem === 'string' ? problem : problem?.message || problem?.detail || problem?.title || '';
}

function addressOf(one) {
  const screen = { draft: 'ask', refused: 'refused', conflict: 'conflict' }[one.place] || 'result';
  return sheetAddress(one.id, screen);
}

function actions(one) {
  if (one.place === 'draft') {
    return [linkButton('続ける', sheetAddress(one.id, 'ask'), 'quiet'), button('捨てる', () => discard(one), 'quiet')];
  }
  if (one.place === 'refused') {
    return linkButton(isHeldElsewhere(one.problem) ? '理由を見る' : '理由を見て直す', sheetAddress(one.id, 'refused'), 'quiet');
  }
  if (one.place === 'conflict') {
    return linkButton('食い違いを見て選ぶ', sheetAddress(one.id, 'conflict'), 'quiet');
  }
  return [linkButton('結果', sheetAddress(one.id, 'result'), 'quiet'), button('訂正する', () => reopen(one), 'quiet')];
}

async function discard(one) {
  await attempt(async () => {
    const token = await store.device.sheets.discard(one.id);
    store.tell({
      strip: { says: `${one.firm || '診断票'}を捨てました`, undo: () => attempt(async () => {
        await store.device.sheets.undo(token);
        go('#/');
      }) },
    });
    go('#/');
  });
}

async function reopen(one) {
  if (await attempt(() => store.device.sheets.reopen(one.id))) {
    go(sheetAddress(one.id, 'confirm'));
  }
}
