/** The recommendation for the sheet as it stands, from the same rules as the server's. */
import { recommend, ruleSetOf } from '../engine/routing.js';
import { store } from './store.js';
import { questionnaire, talkOf } from './path.js';
import { RECIPIENTS } from './words.js';

function ruleSet() {
  const held = store.device.definitions.ruleSet;
  if (ruleSet.of !== held) {
    ruleSet.of = held;
    ruleSet.understood = held ? ruleSetOf(held) : null;
  }
  return ruleSet.understood;
}

/** Answers the sheet would be sent with: all that were given. @returns {object|null} null without rules on this device */
export function adviceFor(sheet) {
  const rules = ruleSet();
  const { institutionType, network } = store.device.person || {};
  return rules ? recommend(rules, questionnaire(), sheet.content, { institutionType, network, today: today() }) : null;
}

/** As {@link adviceFor}, but by what the owner's word does not cover yet: whom to ask a consent for. */
export function kindsToAskAbout(sheet) {
  const advice = adviceFor(sheet);
  const kinds = [advice?.primary, ...(advice?.additional || []), ...(advice?.blocked || [])];
  return [...new Set(kinds.filter(kind => kind && kind !== 'own-adviser'))];
}

export function today() {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

/** What a kind of consultant is called on the sheet's day. */
export function recipientName(kind, day) {
  const names = store.device.definitions.ruleSet?.rules?.kinds?.find(one => one.kind === kind)?.names || [];
  const named = names.find(one => (!one.from || one.from <= day) && (!one.until || day <= one.until));
  return named?.name || RECIPIENTS[kind] || kind;
}

/** @returns {object|null} the leaf of the definition the sheet came to */
export function leafOf(sheet) {
  const { definition, state } = talkOf(sheet);
  return definition.leaves.find(one => one.code === state.leaf) || null;
}
