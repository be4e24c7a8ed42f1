/** 今日: begin an interview, the firms to visit, and where this device's sheets are. */
import { warekiOf } from '../engine/japan.js';
import { h } from './dom.js';
import { button, empty, linkButton, notice } from './parts.js';
import { beginSheet } from './begin.js';
import { deviceSheets } from './devicesheets.js';
import { go } from './route.js';

export async function todayScreen({ device }) {
  const open = device.state === 'open';
  const sheets = open ? await device.sheets.list() : [];
  const firms = open ? await device.pack.firms() : [];
  const status = open ? await device.outbox.status() : null;
  return {
    title: '今日',
    kind: 'today',
    body: [
      h('h1', null, '今日'),
      warnings(device),
      stuck(device, status),
      h('div.today-top', null,
        h('section.card.begin', { 'aria-labelledby': 'begin' },
          h('h2', { id: 'begin' }, '新しい診断をはじめる'),
          h('p.actions', null, button('診断をはじめる', () => beginSheet({ kind: 'interview' }), 'first.large')),
          h('p.actions.quiet-actions', null,
            button('紙の診断票を入力する', () => beginSheet({ kind: 'interview', fromPaper: true }), 'quiet'),
            linkButton('練習する', '#/practice', 'quiet'))),
        visits(firms)),
      h('section', { 'aria-labelledby': 'sheets' },
        h('h2', { id: 'sheets' }, 'この端末の診断'), deviceSheets(sheets, status)),
      h('p.actions.last-actions', null, linkButton('退避ファイル', '#/rescue', 'quiet'), linkButton('ログアウト', '#/leave', 'quiet'),
        h('a.button.quiet', { href: '/' }, 'ホーム（電波のあるとき）')),
    ],
  };
}

function warnings(device) {
  const { session, storage, update } = device;
  return [
    session?.otherPerson ? notice('warn', `いまは${session.otherPerson}さんでログインしています`, h('p', null,
      `この端末の診断は、${device.person?.displayName || '持ち主'}さんがログインし直すと送れます。`), linkButton('ログインし直す', session.logInAddress)) : null,
    session?.foreign ? notice('warn', 'いまの所属では、この端末から送れません', h('p', null,
      'この端末は、別のネットワークの所属で使い始めたものです。書いたものは、この端末に残っています。その所属の人としてログインし直すと送れます。'
      + '所属が変わったときは、機関の管理者かネットワークのシステム管理に相談してください。'), linkButton('ログインし直す', session.logInAddress)) : null,
    update?.isReady ? notice('plain', '新しい版が用意されています', h('p', null, '書いたものは、そのまま残ります。'), button('新しい版で開き直す', () => update.apply())) : null,
    device.pinAdvice ? notice('warn', '端末の暗証番号を変えてください', h('p', null, device.pinAdvice),
      linkButton('暗証番号を変える', '#/settings?field=pin-now')) : null,
    session?.expired ? notice('warn', 'ログインの期限が切れています', h('p', null,
      '診断はこのまま続けられます。送るときに、もう一度ログインしてください。'),
    linkButton('ログインし直す', session.logInAddress)) : null,
    (storage?.warnings || []).map(says => notice('warn', '保存について', h('p', null, says),
      storage.persisted ? null : button('消さないよう端末に頼む', async () => {
        await storage.ask();
        go('#/');
      }))),
  ];
}

/** What was tried again and again is said here, whatever sheet it is: nobody looks for what they think is sent. */
function stuck(device, status) {
  if (!status?.stuck && !status?.trouble) {
    return null;
  }
  return notice('bad', status.stuck ? `送れていない診断票が${status.stuck}件あります` : '診断票を送れていません',
    status.trouble ? h('p', null, status.trouble) : null,
    h('p', null, '診断票はこの端末に残っていて、これからも自動で送り直します。「いま送る」を押しても変わらないときは、退避ファイルを作ってから、出ている文面をネットワーク事務局へお知らせください。'),
    h('p.actions', null, button('いま送る', () => device.outbox.sendNow()), linkButton('退避ファイル', '#/rescue', 'quiet')));
}

/** The name of a municipality by its code. */
export function municipalityName(device, code) {
  return device.definitions?.municipalities?.find(one => one.code === code)?.name || '';
}

function visits(firms) {
  return h('section.card.visits', { 'aria-labelledby': 'visits' },
    h('h2', { id: 'visits' }, '訪問先', firms.length ? h('span.quiet.count', null, `用意済み ${firms.length}件`) : ''),
    firms.length
      ? h('ul.plain-list', null, firms.slice(0, 5).map(firm => h('li', null, visit(firm))))
      : empty('訪問先はまだ用意されていません。', h('p', null, '電波のあるうちに選んでおくと、前回の答えを見ながら話せます。')),
    h('p.actions', null, linkButton(firms.length > 5 ? `ほか${firms.length - 5}件を見る・選ぶ` : '訪問先を選ぶ', '#/visits', 'quiet')));
}

/** One firm of the pack; pressing it begins an interview with what is known. */
export function visit(firm) {
  const last = firm.lastInterviewedOn
    ? `前回 ${warekiOf(firm.lastInterviewedOn)}${firm.leaf ? `　区分${firm.leaf} ${stateWord(firm.leafState)}` : ''}`
    : 'はじめての診断';
  return h('button.row-button', { type: 'button', onclick: () => beginSheet({ kind: 'interview', pack: firm }) },
    h('span.row-name', null, firm.firm), h('span.row-more', null, last,
      firm.openReferrals?.length ? `　取次中 ${firm.openReferrals.length}件` : ''),
    h('span.row-arrow', { 'aria-hidden': 'true' }, '▸'));
}

export function stateWord(state) {
  return { clear: '順調', action: '要対応', open: '未確定' }[state] || '';
}
