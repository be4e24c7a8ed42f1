/** 訪問先: the firms of the pack, and choosing others while there is a signal. */
import { warekiOf } from '../engine/japan.js';
import { fill, h } from './dom.js';
import { button, empty, field, notice } from './parts.js';
import { go } from './route.js';
import { municipalityName, stateWord, visit } from './today.js';
import { store } from './store.js';

const LATEST = 50;

export async function visitsScreen({ device }) {
  const firms = await device.pack.firms();
  const found = h('div', { role: 'status' });
  const search = field({ label: '自分の機関の診断票から探す', name: 'search', help: '事業者名・フリガナ・市町村の一部。電波のあるときに使えます。', type: 'search' });
  const form = h('form.search-line', { role: 'search', onsubmit: event => {
    event.preventDefault();
    look(device, search.input.value.trim(), found);
  } }, search, h('button.button.second', { type: 'submit' }, '探す'));
  return {
    title: '訪問先',
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '訪問先'),
      h('p.lead', null, '選んだ事業者の前回の答えと進行中の取次を、この端末に置きます。電波がなくても開けます。'),
      firms.length
        ? h('ul.plain-list.card', null, firms.map(one => h('li', null, visit(one))))
        : empty('訪問先はまだ選ばれていません。', h('p', null, '下の欄から探して、行き先を選んでください。')),
      h('h2', null, '訪問先を加える'), form, found,
      h('p.actions', null, button(`最近の診断から${LATEST}件を置く`, () => take(device, () => device.pack.chooseLatest(LATEST)))),
    ],
  };
}

async function look(device, text, place) {
  if (!text) {
    fill(place, notice('plain', '探す言葉を入れてください'));
    return;
  }
  try {
    const firms = await device.pack.search(text);
    fill(place, firms.length ? results(device, firms) : empty('見つかりませんでした。', h('p', null, '言葉を短くするか、フリガナで探してください。')));
  } catch (problem) {
    fill(place, notice('warn', '探せませんでした', h('p', null, problem?.message || '電波のあるところで、もう一度探してください。')));
  }
}

function results(device, firms) {
  return h('fieldset.field', null, h('legend', null, `${firms.length}件見つかりました。端末に置くものを選んでください`),
    h('ul.plain-list.card', null, firms.map(one => h('li', null, h('label.check-row', null,
      h('input', { type: 'checkbox', checked: one.isTaken, onchange: event => keepChoice(device, one, event.target) }),
      h('span', null, h('span.row-name', null, one.firm), h('span.row-more', null,
        [municipalityName(device, one.municipality), one.lastInterviewedOn && warekiOf(one.lastInterviewedOn), one.leaf && `区分${one.leaf} ${stateWord(one.leafState)}`]
          .filter(Boolean).join('　'))))))));
}

async function keepChoice(device, firm, box) {
  try {
    await (box.checked ? device.pack.add([firm.diagnosis]) : device.pack.remove([firm.diagnosis]));
    store.tell({ strip: { says: `${firm.firm}を${box.checked ? 'この端末に置きました' : '外しました'}` } });
  } catch (problem) {
    box.checked = !box.checked;
    store.tell({ strip: { says: problem.message } });
  }
}

async function take(device, work) {
  try {
    const taken = await work();
    go('#/visits');
    store.tell({ strip: { says: `訪問先 ${taken}件を、この端末に置きました` } });
  } catch (problem) {
    store.tell({ strip: { says: problem.message } });
  }
}
