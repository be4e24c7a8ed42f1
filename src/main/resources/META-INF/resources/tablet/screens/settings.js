/** 設定: how the talk moves on, locking, what the browser does with what we keep. */
import { h } from './dom.js';
import { button, choices, linkButton, notice } from './parts.js';
import { changePin } from './pin.js';
import { store } from './store.js';

const ADVANCES = { 'at-once': 'すぐ次の質問へ', pause: 'ひと呼吸おいて（0.6秒）', 'by-hand': '「次へ」を押してから' };

export function settingsScreen({ device }) {
  const { storage } = device;
  return {
    title: '設定',
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '設定'),
      choices({ legend: '答えを押したあと', name: 'advance', choices: ADVANCES, value: store.settings.advance, onchoose: advance => store.settle({ advance }) }),
      h('p.help', null, 'どれを選んでも、答えは押したときに保存され、10秒のあいだ「元に戻す」を押せます。'),
      h('h2', null, '画面の明るさと文字'),
      h('p', null, '明るい画面と暗い画面、文字の大きさ、動きを減らす設定は、この端末の設定に合わせます。'),
      h('h2', null, '端末のロック'),
      h('p', null, 'しばらく触れないと、自動で閉じます。'),
      device.state === 'open' ? h('p.actions', null, button('いま閉じる', () => device.lock())) : null,
      device.state === 'open' ? [h('h2', null, '端末の暗証番号（PIN）'), device.pinAdvice ? notice('warn', '暗証番号を変えてください', h('p', null, device.pinAdvice)) : null,
        h('p', null, '変えても、この端末にあるものはそのまま残ります。'), changePin()] : null,
      h('h2', null, '保存'),
      storage?.persisted
        ? notice('good', 'ブラウザーが勝手に消さない設定になっています')
        : notice('warn', 'ブラウザーが、空きが足りないときに消すことがあります', h('p', null, '送り終えるまで、こまめに送るか、退避ファイルを作ってください。'),
          button('消さないよう端末に頼む', () => storage.ask())),
      storage?.standalone ? null : h('p', null, 'ブラウザーのメニューの「ホーム画面に追加」で、アプリとして開けます。'),
      h('p.actions', null, linkButton('退避ファイル', '#/rescue')),
    ],
  };
}
