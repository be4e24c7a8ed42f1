/** The tablet app begins here: opens the device, then shows whatever the address names. */
import { openDevice } from '../keep/device.js';
import { askForPin, needsPin, notReady } from './unlock.js';
import { drawFrame } from './frame.js';
import { h } from './dom.js';
import { notice, linkButton } from './parts.js';
import { placeOf } from './route.js';
import { store } from './store.js';
import { closeSheet, openSheet, settleTyping } from './working.js';
import { screens } from './screens.js';

const app = document.getElementById('app');
let turn = 0;

/** Shows the screen of the address; a later call overtakes an earlier one that still waits for the device. */
async function show() {
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
    drawFrame(app, place, screen);
  }
}

async function build(place) {
  const found = screens[place.name] || screens.today;
  const gate = notReady(place) || (needsPin(place) && askForPin(show));
  if (gate) {
    return gate;
  }
  if (!place.id) {
    closeSheet();
    return found({ device: store.device, place });
  }
  const sheet = await openSheet(place.id);
  return sheet ? found({ device: store.device, place, sheet }) : gone();
}

function gone() {
  return {
    title: '診断票がありません',
    body: notice('warn', 'この診断票は、この端末にはありません', h('p', null,
      '確定して端末から片付けられたか、別の端末のものです。受け付けられた診断票は、電波のあるところで「診断票」の画面から見られます。'),
    linkButton('今日の画面へ', '#/')),
  };
}

function broken(problem) {
  return {
    title: '画面を開けませんでした',
    body: notice('bad', '画面を開けませんでした', h('p', null, problem?.says || 'もう一度開いてください。書いたものは、この端末に残っています。'),
      linkButton('今日の画面へ', '#/')),
  };
}

function heard(event) {
  const what = event.detail?.what;
  if (what === 'state') {
    if (store.device.state !== 'open') {
      closeSheet();
    }
    show();
  } else {
    store.tell({ device: store.device, [what]: Date.now() });
  }
}

async function start() {
  store.device = await openDevice();
  store.device.addEventListener('changed', heard);
  window.addEventListener('hashchange', show);
  window.addEventListener('pagehide', settleTyping);
  document.addEventListener('visibilitychange', () => document.hidden && settleTyping());
  await show();
}

start();
