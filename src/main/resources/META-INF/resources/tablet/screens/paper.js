/** One page of A4 for the owner to keep, drawn from the owner's view alone. */
import { h } from './dom.js';
import { drawMap } from './map.js';
import { button } from './parts.js';
import { ownersView } from './projection.js';
import { sheetAddress } from './route.js';
import { store } from './store.js';

export function paperScreen({ sheet }) {
  const { displayName, institutionName } = store.device.person || {};
  return {
    title: '印刷',
    kind: 'paper',
    back: sheetAddress(sheet.id, 'officer'),
    body: [
      h('p.actions.no-print', null, button('印刷する', () => window.print(), 'first.large'), h('span.quiet', null, 'A4縦の1枚に収まります。メモと備考は印刷されません。')),
      h('article.sheet-of-paper', null, page(ownersView(sheet), { displayName, institutionName })),
    ],
  };
}

function page(view, officer) {
  const [first, ...also] = view.steps;
  return [
    h('header.paper-head', null,
      h('p.paper-kind', null, view.practice ? '【練習】事業承継診断の結果' : '事業承継診断の結果'),
      h('h1', null, view.firm ? `${view.firm}　様` : '事業承継診断'),
      h('p', null, [view.day, officer.institutionName, officer.displayName && `担当 ${officer.displayName}`].filter(Boolean).join('　'))),
    h('p.paper-sentence', null, view.sentence),
    drawMap(view.map),
    h('table.paper-answers', null, h('caption', null, '伺ったこと'),
      h('tbody', null, view.answers.map(one => h('tr', null, h('th', { scope: 'row' }, one.code), h('td', null, one.text), h('td.paper-answer', null, one.answer))))),
    h('section.next-step', { 'aria-labelledby': 'paper-next' },
      h('h2', { id: 'paper-next' }, '次の一歩'),
      view.advice ? h('p', null, view.advice) : null,
      first ? h('p', null, h('strong', null, first.name), [first.telephone && `　☎ ${first.telephone}`, first.hours && `　${first.hours}`, first.place && `　${first.place}`]) : null,
      also.length ? h('p', null, 'あわせて：', also.map(one => [one.name, one.telephone].filter(Boolean).join(' ')).join('、')) : null,
      view.again ? h('p', null, `次は ${view.again} ごろに、もう一度お話を伺います。`) : null),
  ];
}
