/** The firm and its representative; may be left for later, only the firm's name is asked for before the sheet is handed in. */
import { ageOn, corporateNumberProblem, halfWidth, katakana } from '../engine/japan.js';
import { dateField } from './datefield.js';
import { h } from './dom.js';
import { followReading } from './kana.js';
import { choices, field, linkButton } from './parts.js';
import { sheetAddress } from './route.js';
import { store } from './store.js';
import { changeWhileTyping, readAt, write } from './working.js';
import { KINDS, MANNERS, OCCASIONS } from './words.js';

const FURTHER = [
  ['address', '所在地'], ['phone', '電話', 'tel'], ['annualSales', '年商（千円）', 'numeric'], ['capital', '資本金（千円）', 'numeric'],
  ['foundedYear', '創業年（西暦）', 'numeric'], ['mainBank', 'メインバンク'], ['taxAdviser', '顧問税理士'],
];

export function firmScreen({ sheet }) {
  const put = (path, value) => changeWhileTyping(one => write(one.content, path, value));
  return {
    title: '事業者',
    kind: 'form-screen',
    steps: true,
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '事業者と代表者'),
      h('p.lead.quiet', null, '先に話をはじめて、あとで入力してもかまいません。'),
      h('div.columns', null, firmFields(sheet, put), personFields(sheet, put)),
      visitFields(sheet, put),
      h('p.actions.onward', null, linkButton('質問へ',
        sheet.mode === 'sheet' ? sheetAddress(sheet.id, 'whole') : sheetAddress(sheet.id, 'ask'), 'first.large')),
    ],
  };
}

function text(sheet, put, path, label, more = {}) {
  return field({ label, name: path.join('.'), value: readAt(sheet.content, path), ...more,
    oninput: (value, input) => {
      const problem = more.check?.(value) || null;
      put(path, problem ? null : (more.clean || (one => one.trim()))(value));
      return problem || more.oninput?.(value, input);
    } });
}

function whole(value) {
  const half = halfWidth(value).replace(/[,\s]/g, '');
  return half === '' ? null : Number(half);
}

function wholeProblem(value) {
  return /^\d*$/.test(halfWidth(value).replace(/[,\s]/g, '')) ? null : '数字で入れてください。';
}

function firmFields(sheet, put) {
  const name = text(sheet, put, ['enterprise', 'name'], '事業者名', { required: true, most: 200 });
  const kana = text(sheet, put, ['enterprise', 'nameKana'], 'フリガナ', { clean: value => katakana(value.trim()), most: 200 });
  followReading(name.input, kana.input, value => put(['enterprise', 'nameKana'], value));
  const number = text(sheet, put, ['enterprise', 'corporateNumber'], '法人番号（13桁）', {
    mode: 'numeric', width: 'middle', check: value => (value.trim() ? corporateNumberProblem(value) : null), clean: value => halfWidth(value).replace(/\D/g, '') });
  const numberPlace = h('div', { hidden: sheet.content.enterprise?.kind === 'sole-proprietor' }, number);
  return h('section', { 'aria-labelledby': 'firm' }, h('h2', { id: 'firm' }, '事業者'), name, kana,
    choices({ legend: '法人・個人', name: 'enterprise.kind', choices: KINDS, value: sheet.content.enterprise?.kind, clearable: true, onchoose: kind => {
      put(['enterprise', 'kind'], kind);
      numberPlace.hidden = kind === 'sole-proprietor';
      if (kind === 'sole-proprietor') {
        put(['enterprise', 'corporateNumber'], null);
        number.input.value = '';
      }
    } }),
    numberPlace,
    list(sheet, put, ['enterprise', 'municipality'], '市町村', store.device.definitions.municipalities),
    list(sheet, put, ['enterprise', 'industry'], '業種', store.device.definitions.industries),
    text(sheet, put, ['enterprise', 'employees'], '従業員数（人）', { mode: 'numeric', width: 'narrow', check: wholeProblem, clean: whole }),
    h('details', null, h('summary', null, 'ほかの項目（所在地・電話・年商など）'), FURTHER.map(([key, label, mode]) =>
      text(sheet, put, ['enterprise', key], label, mode === 'numeric' ? { mode, width: 'middle', check: wholeProblem, clean: whole } : { mode }))));
}

function list(sheet, put, path, label, entries = []) {
  const id = `list-${path.join('-')}`;
  const held = readAt(sheet.content, path) || '';
  return h('div.field', { 'data-field': path.join('.') }, h('label', { for: id }, label),
    h('select', { id, onchange: event => put(path, event.target.value) },
      h('option', { value: '' }, '選んでください'),
      entries.map(({ code, name }) => h('option', { value: code, selected: code === held }, name))));
}

function personFields(sheet, put) {
  const name = text(sheet, put, ['representative', 'name'], '代表者名', { most: 100 });
  const kana = text(sheet, put, ['representative', 'nameKana'], 'フリガナ', { clean: value => katakana(value.trim()), most: 100 });
  followReading(name.input, kana.input, value => put(['representative', 'nameKana'], value));
  const age = text(sheet, put, ['representative', 'age'], '年齢だけ分かるとき', { mode: 'numeric', width: 'narrow', clean: whole,
    check: value => (value.trim() === '' || (whole(value) >= 15 && whole(value) <= 120) ? null : '年齢は15から120までの数で入れてください。') });
  const birth = dateField({ legend: '生年月日', name: 'representative.birthDate', value: sheet.content.representative?.birthDate,
    also: date => `${ageOn(date, sheet.content.interviewedOn)}歳`,
    onchange: date => {
      put(['representative', 'birthDate'], date);
      if (date) {
        put(['representative', 'age'], null);
        age.input.value = '';
      }
    } });
  return h('section', { 'aria-labelledby': 'person' }, h('h2', { id: 'person' }, '代表者'), name, kana, birth, age);
}

function visitFields(sheet, put) {
  return h('section', { 'aria-labelledby': 'visit' }, h('h2', { id: 'visit' }, 'この診断について'),
    h('div.columns', null,
      dateField({ legend: '診断日', name: 'interviewedOn', value: sheet.content.interviewedOn, eras: ['西暦', '平成', '令和'], era: '令和', required: true,
        onchange: date => date && put(['interviewedOn'], date) }),
      h('div', null,
        choices({ legend: '実施契機', name: 'occasion', choices: OCCASIONS, value: sheet.content.occasion, clearable: true, onchoose: value => put(['occasion'], value) }),
        choices({ legend: '実施形態', name: 'manner', choices: MANNERS, value: sheet.content.manner, clearable: true, onchoose: value => put(['manner'], value) }),
        text(sheet, put, ['reference'], '管理番号', { width: 'middle', most: 100 }))));
}
