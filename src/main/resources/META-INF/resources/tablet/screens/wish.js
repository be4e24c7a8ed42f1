/** The firm's circumstances, as far as they came up, and what the owner wishes. */
import { halfWidth } from '../engine/japan.js';
import { h } from './dom.js';
import { checks, choices, field, linkButton } from './parts.js';
import { talkOf } from './path.js';
import { sheetAddress } from './route.js';
import { changeWhileTyping, write } from './working.js';
import { FACTS, PERFORMANCES, SUPPORTS, WISHES } from './words.js';

export function wishScreen({ sheet }) {
  const put = (path, value) => changeWhileTyping(one => write(one.content, path, value));
  const { content } = sheet;
  const last = talkOf(sheet).state.path.at(-1);
  return {
    title: '状況と希望',
    kind: 'form-screen',
    steps: true,
    back: sheet.mode === 'sheet' ? sheetAddress(sheet.id, 'whole') : sheetAddress(sheet.id, 'ask', last),
    body: [
      h('h1', null, '状況と希望'),
      choices({ legend: '支援を希望されますか', name: 'supportWish', choices: WISHES, value: content.supportWish, clearable: true, onchoose: value => put(['supportWish'], value) }),
      checks({ legend: '希望する支援（いくつでも）', name: 'desiredSupports', choices: SUPPORTS, values: content.desiredSupports,
        onchoose: values => put(['desiredSupports'], values.length ? values : null) }),
      h('h2', null, '話に出た状況'),
      h('p.quiet', null, '話に出たものだけで結構です。もう一度押すと消えます。'),
      h('div.fact-list', null, Object.entries(FACTS).map(([key, says]) => fact(content, put, key, says))),
      h('div.columns', null,
        h('div', null, yearsField(content, put),
          choices({ legend: '業績', name: 'facts.performance', choices: PERFORMANCES, value: content.facts?.performance, clearable: true,
            onchoose: value => put(['facts', 'performance'], value) })),
        h('div', null,
          field({ label: 'すでに相談している先', name: 'facts.adviser', value: content.facts?.adviser, most: 200, help: '顧問税理士、金融機関など。なければ空けておきます。',
            oninput: value => put(['facts', 'adviser'], value.trim()) }),
          field({ label: '連絡の希望（方法・時間帯）', name: 'contactPreference', value: content.contactPreference, most: 200,
            oninput: value => put(['contactPreference'], value.trim()) }))),
      choices({ legend: 'ご家族への連絡', name: 'familyContactAllowed', choices: { true: '連絡してよい', false: '連絡しない' },
        value: content.familyContactAllowed === undefined ? null : String(content.familyContactAllowed), clearable: true,
        onchoose: value => put(['familyContactAllowed'], value === null ? null : value === 'true') }),
      field({ label: '備考', name: 'note', rows: 3, value: content.note, most: 4000, help: '経営者に見せる画面と印刷には出ません。',
        oninput: value => put(['note'], value.trim()) }),
      h('p.actions.onward', null, linkButton('同意へ', sheetAddress(sheet.id, 'consent'), 'first.large')),
    ],
  };
}

function fact(content, put, key, says) {
  const held = content.facts?.[key];
  return choices({ legend: says, name: `facts.${key}`, choices: { true: 'はい', false: 'いいえ' }, quiet: true, clearable: true,
    value: held === undefined ? null : String(held), onchoose: value => put(['facts', key], value === null ? null : value === 'true') });
}

function yearsField(content, put) {
  return field({ label: '承継の予定（年以内）', name: 'facts.handoverWithinYears', mode: 'numeric', width: 'narrow', value: content.facts?.handoverWithinYears,
    oninput: value => {
      const half = halfWidth(value).trim();
      const wrong = half !== '' && !(/^\d+$/.test(half) && Number(half) <= 50);
      put(['facts', 'handoverWithinYears'], half === '' || wrong ? null : Number(half));
      return wrong ? '0から50までの年数で入れてください。' : null;
    } });
}
