/** 同意: for each recipient, with the wording shown, and how it was given. */
import { inForce, isInForce, wordAbout } from '../engine/consents.js';
import { kindsToAskAbout, recipientName, today } from './advice.js';
import { fill, h } from './dom.js';
import { choices, linkButton, notice } from './parts.js';
import { sheetAddress } from './route.js';
import { signaturePlace } from './signature.js';
import { store } from './store.js';
import { change } from './working.js';
import { MEANS, RECIPIENTS } from './words.js';

export function consentScreen({ sheet }) {
  const { content } = sheet;
  const wording = wordingOn(content.interviewedOn);
  const first = kindsToAskAbout(sheet);
  const spoken = (content.consents || []).map(one => one.recipient);
  const top = [...new Set([...first, ...spoken])];
  const others = Object.keys(RECIPIENTS).filter(kind => kind !== 'own-adviser' && !top.includes(kind));
  const signing = h('div');
  const means = h('div');
  const drawFoot = () => {
    const given = givenTo(sheet);
    fill(means, given.length ? choices({ legend: '同意の取り方', name: 'means', choices: MEANS, value: meansOf(sheet), onchoose: async value => {
      await change(one => one.content.consents.filter(isInForce).forEach(consent => (consent.means = value)));
      drawFoot();
    } }) : null);
    fill(signing, given.length && meansOf(sheet) === 'signature' ? signaturePlace(sheet, given) : null);
  };
  const ask = kind => consentChoice(sheet, kind, wording, drawFoot);
  drawFoot();
  return {
    title: '同意',
    kind: 'form-screen consent',
    steps: true,
    back: sheetAddress(sheet.id, 'wish'),
    body: [
      h('h1', null, '情報の提供への同意'),
      wording ? h('blockquote.wording', null, wording.text) : notice('warn', '同意の文言がこの端末にありません', h('p', null, '電波のあるところで一度開いてください。')),
      first.length ? h('h2', null, 'お勧めする相談先') : h('p.quiet', null, '相談先のお勧めは、まだ決まっていません。'),
      h('div.consent-list', null, top.map(ask)),
      h('details', null, h('summary', null, 'ほかの提供先'), h('div.consent-list', null, others.map(ask))),
      means, signing,
      h('p.actions.onward', null, linkButton('確認へ', sheetAddress(sheet.id, 'confirm'), 'first.large')),
    ],
  };
}

/** The text in use on that day; before the first, the first. */
export function wordingOn(day) {
  const all = [...(store.device.definitions.consentWordings || [])].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return all.filter(one => one.validFrom <= day).at(-1) || all[0] || null;
}

function givenTo(sheet) {
  return inForce(sheet.content.consents);
}

function meansOf(sheet) {
  const [kind] = inForce(sheet.content.consents);
  return wordAbout(sheet.content.consents, kind)?.means || 'signature';
}

function consentChoice(sheet, kind, wording, after) {
  const held = wordAbout(sheet.content.consents, kind);
  return choices({ legend: recipientName(kind, sheet.content.interviewedOn), name: `consents.${kind}`, clearable: true,
    choices: { true: '同意する', false: '同意しない' }, value: held ? String(isInForce(held)) : null,
    onchoose: async value => {
      await change(one => {
        const rest = (one.content.consents || []).filter(consent => consent.recipient !== kind);
        const said = value === null ? [] : [{ recipient: kind, given: value === 'true', on: today(), means: meansOf(one), ...(wording ? { wording: wording.code } : {}) }];
        one.content.consents = [...rest, ...said];
        if (value !== 'true' && one.signatures) {
          delete one.signatures[kind];
        }
        if (!one.content.consents.length) {
          delete one.content.consents;
        }
      });
      after();
    } });
}
