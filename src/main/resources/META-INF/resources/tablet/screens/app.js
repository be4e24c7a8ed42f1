/** The tablet app begins here: opens the device, then shows whatever the address names. */
import { openDevice } from '../keep/device.js';
import { askForPin, needsPin, notReady } from './unlock.js';
import { drawFrame, tellSignal } from './frame.js';
import { h } from './dom.js';
import { button, linkButton, notice } from './parts.js';
import { placeOf, sheetAddress } from './route.js';
import { store } from './store.js';
import { closeSheet, isDraft, openSheet, refreshLine, settleTyping } from './working.js';
import { screens } from './screens.js';

const WRITING = ['firm', 'ask', 'whole', 'wish', 'consent', 'confirm'];

const app = document.getElementById('app');
const LOOK_LATER = 250;
let turn = 0;
let looking = 0;
let shown = {};

/** Shows the screen of the address; a later call overtakes an earlier one that still waits for the device. */
async function show({ stay = false } = {}) {
  turn += 1;
  const mine = turn;
  const place = placeOf(location.hash);
  let screen;
  try {
    await settleTyping();
    screen = await build(place);
  } catch (problem) {
    console.error(problem);
    screen = broken(problem);
  }
  if (mine === turn && screen) {
    shown = screen;
    drawFrame(app, place, screen, stay);
  }
}

/** Shows the same screen with what has changed since; whoever stands on a button stays on it. */
async function showAgain() {
  const at = document.activeElement?.closest('a, button')?.textContent;
  await show({ stay: true });
  if (at) {
    [...app.querySelectorAll('a, button')].find(one => one.textContent === at)?.focus({ preventScroll: true });
  }
}

async function build(place) {
  const found = screens[place.name] || screens.today;
  const gate = notReady(place) || (needsPin(place) && askForPin(() => show()));
  if (gate) {
    return gate;
  }
  if (!place.id) {
    closeSheet();
    return found({ device: store.device, place });
  }
  const sheet = await openSheet(place.id);
  if (sheet && WRITING.includes(place.name) && !isDraft()) {
    return handedIn(sheet);
  }
  return sheet ? found({ device: store.device, place, sheet }) : gone();
}

function handedIn(sheet) {
  return {
    title: '提出済み',
    back: '#/',
    backSays: '今日',
    body: [h('h1', null, 'この診断票は提出済みです'), notice('plain', '直すときは、訂正として送り直します', h('p', null, '前の内容も、サーバーに残ります。'),
      h('p.actions', null, button('訂正する', async () => {
        await store.device.sheets.reopen(sheet.id);
        await refreshLine();
        show();
      }, 'first'), linkButton('結果を見る', sheetAddress(sheet.id, 'officer'))))],
  };
}

function gone() {
  return {
    title: '診断票がありません',
    body: [h('h1', null, '診断票がありません'), notice('warn', 'この診断票は、この端末にはありません', h('p', null,
      '確定して端末から片付けられたか、別の端末のものです。受け付けられた診断票は、電波のあるところで「診断票」の画面から見られます。'),
    linkButton('今日の画面へ', '#/'))],
  };
}

function broken(problem) {
  return {
    title: '画面を開けませんでした',
    body: [h('h1', null, '画面を開けませんでした'), notice('bad', 'もう一度お試しください', h('p', null, problem?.message || 'もう一度開いてください。書いたものは、この端末に残っています。'),
      linkButton('今日の画面へ', '#/'))],
  };
}

/** Where the open sheet is; during the talk not before the next question is shown, for each answer that is kept says this. */
function lookWhereItIs() {
  clearTimeout(looking);
  looking = placeOf(location.hash).name === 'ask' ? setTimeout(refreshLine, LOOK_LATER) : void refreshLine();
}

function heard(event) {
  const what = event.detail?.what;
  if (what === 'state') {
    if (store.device.state !== 'open') {
      closeSheet();
    }
    show();
    return;
  }
  if (what === 'session') {
    tellSignal();
  }
  if (what === 'sheets') {
    lookWhereItIs();
  }
  if (shown.gate || placeOf(location.hash).name === 'today') {
    showAgain();
  }
}

async function start() {
  store.device = await openDevice();
  store.device.addEventListener('changed', heard);
  window.addEventListener('hashchange', () => show());
  window.addEventListener('pagehide', settleTyping);
  // Whatever was pressed and refused without anybody having thought of it answers all the same.
  window.addEventListener('unhandledrejection', event => event.reason?.name === 'KeepProblem' && store.tell({ strip: { says: event.reason.message } }));
  document.addEventListener('visibilitychange', () => document.hidden && settleTyping());
  await show();
}

start();
