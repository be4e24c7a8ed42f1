/**
 * The frame around every screen: head, way back, the steps of a sheet, the line that says what is saved. A screen is
 * {title, body, back?, steps?, owner?, heading?}; with `owner` the frame holds nothing but the way back.
 */
import { fill, h } from './dom.js';
import { button, clock } from './parts.js';
import { sheetAddress } from './route.js';
import { store } from './store.js';

const STEPS = [
  ['firm', '事業者'], ['ask', '質問'], ['wish', '状況と希望'], ['consent', '同意'], ['confirm', '確認'], ['result', '結果'],
];
const STRIP_STAYS = 10000;

const savedLine = h('p.saved', { role: 'status' });
const stripPlace = h('div.strip-place', { role: 'status' });
let stripTimer = 0;

/** Draws one screen; the focus moves to its heading, so that a screen reader reads it, unless one is to stay where one is. */
export function drawFrame(app, place, screen, stay = false) {
  const practice = store.sheet?.kind === 'practice';
  document.title = `${screen.title}｜取次 診断`;
  document.body.className = [screen.owner && 'for-owner', practice && 'practice'].filter(Boolean).join(' ');
  fill(app,
    practice && h('aside.practice-band', { 'aria-label': '練習モード' }, '練習モード：架空の事業者です。記録にも集計にも入りません。'),
    screen.owner ? null : head(place),
    h('main', { id: 'main', class: screen.kind || '' },
      topLine(place, screen),
      screen.body),
    screen.owner ? null : h('div.foot', null, stripPlace, store.sheet ? savedLine : null));
  tellSaved();
  leaveStripBehind();
  tellStrip();
  if (!stay) {
    focusOn(app, place);
  }
}

function head(place) {
  return h('header.head', null,
    h('a.product', { href: '#/' }, h('img', { src: '/frame/mark.svg', alt: '', width: 28, height: 28 }), '取次 診断'),
    h('span.head-person', null, store.device.person?.displayName || ''),
    signal(),
    place.id ? null : h('a.button.quiet', { href: '#/settings' }, '設定'),
    store.device.state === 'open' ? button('ロック', () => store.device.lock(), 'quiet') : null);
}

function signal() {
  const online = navigator.onLine && store.device.session?.reached !== false;
  return h(`span.signal${online ? '' : '.off'}`, null, h('span', { 'aria-hidden': 'true' }, online ? '▮▮▮' : '▯▯▯'), online ? '電波あり' : '電波なし');
}

function topLine(place, screen) {
  if (!screen.back && !screen.steps) {
    return null;
  }
  return h('div.top-line', null,
    screen.back ? h('a.button.quiet.back', { href: screen.back }, h('span', { 'aria-hidden': 'true' }, '← '), screen.backSays || '戻る') : null,
    screen.steps ? steps(place) : null);
}

function steps(place) {
  const here = place.name === 'whole' ? 'ask' : ['officer', 'paper'].includes(place.name) ? 'result' : place.name;
  const at = STEPS.findIndex(([name]) => name === here);
  return h('nav.steps', { 'aria-label': '診断の手順' }, h('ol', null, STEPS.map(([name, says], i) =>
    h('li', null, h('a', { href: sheetAddress(place.id, name), 'aria-current': name === here ? 'step' : null },
      h('span.hidden-text', null, `全${STEPS.length}ステップ中、${i + 1}ステップ目 `),
      h('span.step-number', { 'aria-hidden': 'true' }, i < at ? '✓' : i + 1), says)))));
}

function focusOn(app, place) {
  const wanted = place.field && app.querySelector(`[data-field="${CSS.escape(place.field)}"]`);
  const target = wanted?.querySelector('input, textarea, select, button') || wanted || app.querySelector('h1');
  window.scrollTo(0, 0);
  if (target) {
    if (target.tagName === 'H1') {
      target.tabIndex = -1;
    }
    target.focus({ preventScroll: !wanted });
    wanted?.scrollIntoView({ block: 'center' });
  }
}

function tellSaved() {
  const { at, problem } = store.saved;
  savedLine.classList.toggle('bad', Boolean(problem));
  if (problem) {
    fill(savedLine, h('span', { 'aria-hidden': 'true' }, '！ '), `保存できていません。${problem}`);
  } else if (at) {
    fill(savedLine, h('span', { 'aria-hidden': 'true' }, '● '), `この端末に保存しました ${clock(at)}`);
  } else if (store.sheet) {
    fill(savedLine, h('span', { 'aria-hidden': 'true' }, '○ '), '書いたものは、そのつどこの端末に保存します');
  } else {
    fill(savedLine);
  }
}

/** The strip goes along to the one screen that follows, no further. */
function leaveStripBehind() {
  const { strip } = store;
  if (strip) {
    strip.shownAt ??= location.hash;
    store.strip = strip.shownAt === location.hash ? strip : null;
  }
}

function tellStrip() {
  clearTimeout(stripTimer);
  const strip = store.strip;
  if (!strip) {
    fill(stripPlace);
    return;
  }
  fill(stripPlace, h('div.strip', null, h('span', null, strip.says),
    strip.undo ? button('元に戻す', () => {
      store.tell({ strip: null });
      strip.undo();
    }, 'strip-button') : null));
  stripTimer = setTimeout(() => store.strip === strip && store.tell({ strip: null }), STRIP_STAYS);
}

store.listen(parts => {
  if (parts.includes('saved')) {
    tellSaved();
  }
  if (parts.includes('strip')) {
    tellStrip();
  }
});
/** Says anew whether there is a signal. */
export function tellSignal() {
  document.querySelector('.signal')?.replaceWith(signal());
}

for (const event of ['online', 'offline']) {
  window.addEventListener(event, tellSignal);
}
