/** 退避ファイル: an encrypted copy of the unsent sheets, for another tablet. */
import { madePassphrase, passphraseProblem, SHORTEST_PASSPHRASE } from '../keep/strength.js';
import { fill, h } from './dom.js';
import { button, field, notice } from './parts.js';

export function rescueScreen({ device }) {
  return {
    title: '退避ファイル',
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '退避ファイル'),
      h('p.lead', null, '端末の調子が悪いとき、この端末の診断票を暗号にした一つのファイルにして持ち出し、別の端末で読み込めます。'),
      h('section.card', { 'aria-labelledby': 'save' }, h('h2', { id: 'save' }, 'ファイルを作る'), saving(device)),
      h('section.card', { 'aria-labelledby': 'read' }, h('h2', { id: 'read' }, 'ファイルを読み込む'), reading(device)),
    ],
  };
}

function saving(device) {
  const first = field({ label: '合い言葉', name: 'passphrase', type: 'password', help: `${SHORTEST_PASSPHRASE}文字以上か、関わりのない言葉を4つ以上。読み込むときに要ります。`, autocomplete: 'new-password' });
  const second = field({ label: 'もう一度', name: 'passphrase-again', type: 'password', autocomplete: 'new-password' });
  const told = h('div', { role: 'status' });
  const made = h('p.made-passphrase', { role: 'status' });
  const make = () => {
    const phrase = madePassphrase();
    [first, second].forEach(one => {
      one.input.value = phrase;
      one.say('');
    });
    fill(made, '合い言葉：', h('strong.code', null, phrase), '　書き留めて、ファイルとは別に持ち運んでください。');
  };
  return h('form', { novalidate: true, onsubmit: async event => {
    event.preventDefault();
    const phrase = first.input.value;
    const weak = passphraseProblem(phrase);
    first.say(weak ?? '');
    second.say(phrase !== second.input.value ? '二つが合っていません。' : '');
    const wrong = weak !== null ? first : phrase !== second.input.value ? second : null;
    if (wrong) {
      wrong.input.focus();
      return;
    }
    try {
      offer(await device.rescue.save(phrase));
      fill(told, notice('good', 'ファイルを作りました', h('p', null, '「ダウンロード」に入っています。合い言葉は、ファイルとは別に伝えてください。')));
    } catch (problem) {
      fill(told, notice('bad', 'ファイルを作れませんでした', h('p', null, problem?.message || '')));
    }
  } }, h('p.actions', null, button('合い言葉を作る', make, 'quiet')), made, first, second, h('p.actions', null, h('button.button.first', { type: 'submit' }, 'ファイルを作る')), told);
}

function offer(blob) {
  const address = URL.createObjectURL(blob);
  const link = h('a', { href: address, download: `toritsugi-${new Date().toISOString().slice(0, 10)}.rescue` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function reading(device) {
  const file = field({ label: '退避ファイル', name: 'file', type: 'file' });
  const phrase = field({ label: '合い言葉', name: 'read-passphrase', type: 'password' });
  const told = h('div', { role: 'status' });
  return h('form', { novalidate: true, onsubmit: async event => {
    event.preventDefault();
    const chosen = file.input.files[0];
    file.say(chosen ? '' : 'ファイルを選んでください。');
    if (!chosen) {
      file.input.focus();
      return;
    }
    try {
      const { restored, already } = await device.rescue.read(chosen, phrase.input.value);
      fill(told, notice('good', `${restored}件を読み込みました`, already ? h('p', null, `${already}件は、すでにこの端末にありました。`) : ''));
    } catch (problem) {
      phrase.say(problem?.message || '読み込めませんでした。合い言葉とファイルを確かめてください。');
      phrase.input.focus();
    }
  } }, file, phrase, h('p.actions', null, h('button.button.second', { type: 'submit' }, '読み込む')), told);
}
