/** 確認: what will be handed in, each row with its way back; then it is handed in. */
import { isInForce } from '../engine/consents.js';
import { h } from './dom.js';
import { button, field, linkButton, notice } from './parts.js';
import { rowsOf } from './summary.js';
import { talkOf } from './path.js';
import { go, sheetAddress } from './route.js';
import { store } from './store.js';
import { attempt, change, changeWhileTyping, refreshLine, settleTyping } from './working.js';

export function confirmScreen({ device, sheet, place }) {
  const lacking = lackingOf(sheet);
  const correction = Boolean(store.line?.receipt);
  const reason = correction ? field({ label: '訂正の理由', name: 'reason', required: true, value: sheet.reason, most: 500,
    oninput: value => changeWhileTyping(one => (one.reason = value.trim())) }) : null;
  const handIn = async () => {
    await settleTyping();
    if (lackingOf(sheet).some(one => one.stops)) {
      go(`${sheetAddress(sheet.id, 'confirm')}?field=lacking`);
      return;
    }
    if (correction && !sheet.reason) {
      reason.say('訂正の理由を入れてください。');
      reason.input.focus();
      return;
    }
    if (await change(one => (one.step = 'done')) && await attempt(() => device.sheets.finish(sheet.id))) {
      await refreshLine();
      go(sheetAddress(sheet.id, 'result'));
    }
  };
  return {
    title: '確認',
    kind: 'form-screen',
    steps: true,
    back: sheetAddress(sheet.id, 'consent'),
    body: [
      h('h1', null, '回答内容の確認'),
      lackingNotice(sheet, lacking, place.field === 'lacking'),
      rowsOf(sheet).map(section => h('section', { 'aria-labelledby': `confirm-${section.key}` },
        h('h2', { id: `confirm-${section.key}` }, section.title),
        section.note ? h('p.quiet', null, section.note) : null,
        section.rows.length
          ? h('div.confirm-rows', null, section.rows.map(row => confirmRow(sheet, row)))
          : h('p.quiet', null, section.empty))),
      reason,
      h('p.actions.onward', null,
        sheet.kind === 'practice'
          ? linkButton('練習を終えて結果を見る', sheetAddress(sheet.id, 'result'), 'first.large')
          : button(correction ? '訂正を提出する' : 'この内容で提出する', handIn, 'first.large')),
      sheet.kind === 'practice' ? null : h('p.help', null, '提出すると、電波があるときに自動で送ります。送ったあとも直せます。'),
    ],
  };
}

function confirmRow(sheet, row) {
  return h('div.confirm-row', null, h('span.confirm-label', null, row.label), h('span.confirm-value', null, row.value || '（未記入）'),
    h('a.button.quiet', { href: `${sheetAddress(sheet.id, row.screen, row.rest || '')}${row.field ? `?field=${row.field}` : ''}` },
      '変更', h('span.hidden-text', null, `：${row.label}`)));
}

/** What is missing: without a name nothing is handed in; open questions are only pointed out. */
function lackingOf(sheet) {
  const { state } = talkOf(sheet);
  const lacking = [];
  if (!sheet.content.enterprise?.name?.trim()) {
    lacking.push({ stops: true, says: '事業者名がまだ入っていません', address: `${sheetAddress(sheet.id, 'firm')}?field=enterprise.name` });
  }
  if (!sheet.content.interviewedOn) {
    lacking.push({ stops: true, says: '診断日がまだ入っていません', address: `${sheetAddress(sheet.id, 'firm')}?field=interviewedOn` });
  }
  if (state.next) {
    lacking.push({ stops: false, says: `${state.next}から先の質問が残っています（残したまま提出できます）`, address: sheetAddress(sheet.id, 'ask', state.next) });
  }
  const signing = (sheet.content.consents || []).filter(one => isInForce(one) && one.means === 'signature' && !sheet.signatures?.[one.recipient]);
  if (signing.length) {
    lacking.push({ stops: false, says: '署名がまだの同意があります', address: sheetAddress(sheet.id, 'consent') });
  }
  return lacking;
}

function lackingNotice(sheet, lacking, pressed) {
  if (!lacking.length) {
    return null;
  }
  const stops = lacking.some(one => one.stops);
  return h('div', { 'data-field': 'lacking', tabindex: -1, role: pressed ? 'alert' : null },
    notice(stops && pressed ? 'bad' : 'warn', stops ? '提出の前に、次を入れてください' : 'まだのものがあります',
      h('ul.link-list', null, lacking.map(one => h('li', null, h('a', { href: one.address }, one.says))))));
}
