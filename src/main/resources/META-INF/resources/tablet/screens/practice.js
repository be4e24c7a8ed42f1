/** 練習モード: invented firms, kept apart by kind, so that nothing of it is ever sent or counted. */
import { h } from './dom.js';
import { beginSheet } from './begin.js';

/** No real firm or person; the places are left out. */
const INVENTED = [
  { firm: '株式会社れんしゅう堂', says: '和菓子の製造販売。社長は72歳。長男が3年前に戻ってきた。',
    content: { enterprise: { name: '株式会社れんしゅう堂', nameKana: 'レンシュウドウ', kind: 'corporation', industry: 'E', employees: 14 },
      representative: { name: '練習 太郎', nameKana: 'レンシュウ タロウ', age: 72 } } },
  { firm: '有限会社おためし鉄工', says: '金属の加工。社長は68歳。工場長を考えているが、まだ話していない。',
    content: { enterprise: { name: '有限会社おためし鉄工', nameKana: 'オタメシテッコウ', kind: 'corporation', industry: 'E', employees: 8 },
      representative: { name: '試野 鉄男', nameKana: 'タメシノ テツオ', age: 68 } } },
  { firm: 'けいこ理容店', says: '夫婦で営む理容店。店主は76歳。継ぐ人はいないと言う。',
    content: { enterprise: { name: 'けいこ理容店', nameKana: 'ケイコリヨウテン', kind: 'sole-proprietor', industry: 'N', employees: 2 },
      representative: { name: '稽古 清', nameKana: 'ケイコ キヨシ', age: 76 } } },
];

export function practiceScreen() {
  return {
    title: '練習モード',
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '練習モード'),
      h('p.lead', null, '架空の事業者で、診断の進め方を試せます。何を入れても、送られず、集計にも入りません。画面の縁に縞が出ている間は練習です。'),
      h('ul.plain-list.card', null, INVENTED.map(one => h('li', null,
        h('button.row-button', { type: 'button', onclick: () => beginSheet({ kind: 'practice', content: one.content }) },
          h('span.row-name', null, one.firm), h('span.row-more', null, one.says), h('span.row-arrow', { 'aria-hidden': 'true' }, '▸'))))),
    ],
  };
}
