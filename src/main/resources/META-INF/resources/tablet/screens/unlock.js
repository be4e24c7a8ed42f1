/** The PIN: set once before the first sheet is kept, asked again after a rest; never while nothing needs it. */
import { h } from './dom.js';
import { button, field, linkButton, notice } from './parts.js';
import { choosePin, pinField, refused } from './pin.js';
import { store } from './store.js';

const OPEN_TO_ALL = ['today', 'settings', 'leave'];

/** What stands in the way before any PIN: the very first visit, a device taken out of service. */
export function notReady(place) {
  const { device } = store;
  if (device.state === 'revoked') {
    return {
      title: 'この端末は使えません',
      body: [h('h1', null, 'この端末は使えません'), notice('bad', '管理者がこの端末の利用を止めました', h('p', null,
        '端末にあったものは読めなくなっています。心当たりがないときは、ネットワーク事務局へお知らせください。'))],
    };
  }
  if (!device.person && place.name !== 'settings') {
    return {
      title: 'はじめに',
      gate: true,
      body: [h('h1', null, 'はじめに、一度だけログインしてください'),
        h('p.lead', null, '電波のあるところで一度ログインすると、そのあとは電波のないところでも診断できます。'),
        linkButton('ログインする', device.session?.logInAddress || '/', 'first large')],
    };
  }
  if (!device.definitions && place.name !== 'settings') {
    return {
      title: '用意しています',
      gate: true,
      body: [h('h1', null, '調査票を用意しています'), h('p.lead', null, '電波のあるところで、しばらくお待ちください。一度そろうと、そのあとは電波がなくても使えます。')],
    };
  }
  return null;
}

/** Whether this place holds anything that is kept under the PIN. */
export function needsPin(place) {
  const { state } = store.device;
  return state === 'locked' || (state === 'new' && !OPEN_TO_ALL.includes(place.name));
}

/** The screen that asks; `then` shows what was wanted in the first place. */
export function askForPin(then) {
  return store.device.state === 'new' ? setUp(then) : unlock(then);
}

function setUp(then) {
  const chosen = choosePin();
  const set = async event => {
    event.preventDefault();
    const pin = chosen.read();
    if (pin !== null && await refused(chosen.fields, () => store.device.setUp(pin)) === null && store.device.state === 'open') {
      then();
    }
  };
  return {
    title: '端末の暗証番号を決める',
    kind: 'narrow-screen',
    back: '#/',
    body: [h('h1', null, '端末の暗証番号を決めます'),
      h('p.lead', null, '診断票は暗号にして、この端末に置きます。暗証番号がその鍵になります。'),
      h('form', { onsubmit: set, novalidate: true }, chosen.fields,
        notice('plain', '忘れると、この端末にあるものは読めません', h('p', null,
          '暗証番号はどこにも送りません。送り終えた診断票は、サーバーに残っています。')),
        h('p.actions', null, h('button.button.first.large', { type: 'submit' }, 'この番号にする')))],
  };
}

function unlock(then) {
  const pin = pinField('端末の暗証番号（PIN）', 'pin');
  const form = h('form', {
    novalidate: true,
    onsubmit: async event => {
      event.preventDefault();
      if (await refused([pin], () => store.device.unlock(pin.input.value)) === null) {
        then();
      }
    },
  }, pin, h('p.actions', null, h('button.button.first.large', { type: 'submit' }, '開く')));
  return {
    title: '端末を開く',
    kind: 'narrow-screen',
    body: [h('h1', null, '端末を開く'),
      h('p.lead', null, 'しばらく触れていなかったため、閉じてあります。書きかけのものは、そのまま残っています。'), form, forgotten(then)],
  };
}

/** Without the PIN nothing here can be read; all that is left is to begin anew. */
function forgotten(then) {
  return h('details', null, h('summary', null, '暗証番号を忘れたとき'),
    h('p', null, '暗証番号がないと、この端末にあるものは読めません。端末を空にして、新しい暗証番号から始めます。送り終えた診断票は、サーバーに残っています。'),
    button('端末を空にする', async () => {
      await store.device.forget();
      then();
    }, 'danger'));
}
