/** 差戻し: why the server did not take the sheet, what to do, and the way to the field. */
import { h } from './dom.js';
import { button, linkButton, notice } from './parts.js';
import { go, sheetAddress } from './route.js';
import { store } from './store.js';
import { attempt, refreshLine } from './working.js';
import { isHeldElsewhere } from '../keep/problem.js';

export function refusedScreen({ device, sheet }) {
  const problem = store.line?.problem || {};
  const violations = problem.violations || [];
  const fix = async (field = '') => {
    if (await attempt(() => device.sheets.reopen(sheet.id))) {
      await refreshLine();
      go(addressOf(sheet, field));
    }
  };
  return {
    title: '差戻し',
    kind: 'form-screen',
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '受け付けられませんでした'),
      notice('bad', problem.title || '内容に合わないところがあります', h('p', null, problem.detail || (typeof problem === 'string' ? problem : ''))),
      isHeldElsewhere(problem) ? elsewhere(device) : violations.length
        ? [h('p.lead', null, '次を直すと、もう一度送ります。書いたものは、この端末に残っています。'),
          h('ul.plain-list.card', null, violations.map(one => h('li', null, h('button.row-button', { type: 'button', onclick: () => fix(one.field) },
            h('span.row-name', null, one.message), h('span.row-more', null, `${sectionOf(one.field)}で直す`), h('span.row-arrow', { 'aria-hidden': 'true' }, '▸')))))]
        : h('p.lead', null, '内容を確かめて直すと、もう一度送ります。分からないときは、ネットワーク事務局に受付の文面をお伝えください。書いたものは、この端末に残っています。'),
      isHeldElsewhere(problem) ? null : h('p.actions', null, button('内容を確かめて直す', () => fix(), 'first.large')),
    ],
  };
}

/** Nothing in it is wrong: it goes when its person is back, and by itself. */
function elsewhere(device) {
  const sendAgain = async () => {
    await device.outbox.sendNow();
    await refreshLine();
    go('#/');
  };
  return [
    h('p.lead', null, '直すところはありません。書いたものは、この端末に残っています。診断を行った所属でログインできるようになると、つながったときに送ります。'),
    h('p.actions', null, linkButton('ログインし直す', device.session.logInAddress, 'first'), button('もう一度送る', sendAgain, 'quiet')),
  ];
}

/** Which screen holds a field of the sheet as sent. */
export function addressOf(sheet, field) {
  const [part, code] = field.split(/[.[]/);
  if (part === 'answers' && code) {
    return sheetAddress(sheet.id, 'ask', field.slice('answers.'.length));
  }
  const screen = screenOf(part);
  return `${sheetAddress(sheet.id, screen)}${field && screen !== 'confirm' ? `?field=${encodeURIComponent(part === 'consents' ? 'consents' : field)}` : ''}`;
}

function screenOf(part) {
  if (['enterprise', 'representative', 'interviewedOn', 'occasion', 'manner', 'reference', 'branch', 'interviewer'].includes(part)) {
    return 'firm';
  }
  if (['facts', 'supportWish', 'desiredSupports', 'contactPreference', 'familyContactAllowed', 'note'].includes(part)) {
    return 'wish';
  }
  return part === 'consents' ? 'consent' : part === 'answers' ? 'whole' : 'confirm';
}

function sectionOf(field) {
  return { firm: '「事業者」', wish: '「状況と希望」', consent: '「同意」', whole: '「質問」' }[screenOf(field.split(/[.[]/)[0])] || '「確認」';
}
