/** The result for the owner, made to be turned round: where they stand, one next step, whom to see. */
import { h } from './dom.js';
import { drawMap } from './map.js';
import { ownersView } from './projection.js';
import { sheetAddress } from './route.js';
import { isDraft } from './working.js';

export function ownerScreen({ sheet }) {
  return { title: '診断の結果', kind: 'owner', owner: true, body: [ownerPage(ownersView(sheet)), wayBack(sheet)] };
}

/** Drawn from the owner's view alone. */
export function ownerPage(view) {
  return [
    h('header.owner-head', null, h('h1', null, view.title), h('p.owner-sentence', null, view.sentence)),
    drawMap(view.map),
    nextStep(view),
  ];
}

function nextStep(view) {
  const [first, ...also] = view.steps;
  return h('section.next-step', { 'aria-labelledby': 'next-step' },
    h('h2', { id: 'next-step' }, '次の一歩'),
    view.advice ? h('p', null, view.advice) : null,
    view.undecided && !first ? h('p', null, 'お話の続きを伺ってから、ご案内します。') : null,
    first ? h('div.desk', null,
      h('p.desk-name', null, first.name),
      first.telephone ? h('p.desk-telephone', null, h('span', { 'aria-hidden': 'true' }, '☎ '), h('a', { href: `tel:${first.telephone.replace(/[^\d+]/g, '')}` }, first.telephone)) : null,
      first.hours ? h('p', null, first.hours) : null,
      first.place ? h('p', null, first.place) : null,
      first.telephone ? null : h('p', null, '担当者からご紹介します。')) : null,
    also.length ? h('p.also', null, 'あわせて：', also.map(one => one.name).join('、')) : null,
    view.again ? h('p', null, `次は ${view.again} ごろに、もう一度お話を伺います。`) : null);
}

function wayBack(sheet) {
  return h('nav.owner-foot', { 'aria-label': '担当者の操作' },
    h('a.button.quiet', { href: sheetAddress(sheet.id, isDraft() ? 'ask' : 'officer') }, h('span', { 'aria-hidden': 'true' }, '← '), '戻る'),
    h('a.button.quiet', { href: sheetAddress(sheet.id, 'paper') }, '印刷'),
    h('a.button.second', { href: sheetAddress(sheet.id, 'officer') }, '担当者の画面へ'));
}
