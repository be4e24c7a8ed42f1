/**
 * What the owner may see, and nothing else. The owner's screens and paper are drawn from this object alone: it is built
 * field by field, holds no notes, no comments, no facts and no other sheet, and does not lead back to the sheet.
 */
import { warekiOf } from '../engine/japan.js';
import { adviceFor, recipientName } from './advice.js';
import { mapOf } from './map.js';
import { talkOf } from './path.js';
import { store } from './store.js';
import { answerWord } from './words.js';

const GREETING = 'いまは、このあたりです';

/** @returns {object} frozen */
export function ownersView(sheet) {
  const talk = talkOf(sheet);
  const { content } = sheet;
  const leaf = talk.definition.leaves.find(one => one.code === talk.state.leaf) || null;
  const advice = adviceFor(sheet);
  return Object.freeze({
    firm: content.enterprise?.name || '',
    person: content.representative?.name || '',
    day: content.interviewedOn ? warekiOf(content.interviewedOn) : '',
    practice: sheet.kind === 'practice',
    title: GREETING,
    sentence: sentence(leaf, talk.state),
    advice: leaf?.advice?.[talk.state.leafState]?.text || '',
    map: mapOf(talk.definition, talk.state, content.answers),
    answers: talk.definition.questions.filter(one => talk.state.states[one.code] === 'on-branch')
      .map(one => Object.freeze({ code: one.code, text: one.text, answer: answerWord(one, content.answers[one.code]) })),
    steps: nextSteps(advice, content),
    again: advice && !advice.referral && advice.reviewOn ? warekiOf(advice.reviewOn) : null,
    undecided: Boolean(talk.state.next) || !leaf,
  });
}

function sentence(leaf, state) {
  if (!leaf) {
    return 'お話の途中です。続きを伺うと、次の一歩をご案内できます。';
  }
  const stands = { clear: '準備は順調です', action: 'これから取りかかることがあります', open: 'まだ伺っていないことがあります' }[state.leafState];
  return `${leaf.meaning.replace(/[。]$/, '')}段階です。${stands}。`;
}

/** Whom to see first and also; the desks' hours and telephones come with the device's definitions. */
function nextSteps(advice, content) {
  if (!advice) {
    return [];
  }
  const kinds = [advice.primary, ...advice.additional, ...advice.blocked].filter(Boolean);
  return [...new Set(kinds)].slice(0, 3).map(kind => {
    const contact = advice.explanation.contacts?.find(one => one.kind === kind) || {};
    const { own, host } = desksOf(kind, contact.place, content.interviewedOn);
    return Object.freeze({
      name: own.name || recipientName(kind, content.interviewedOn),
      telephone: own.telephone || host.telephone || null,
      hours: own.hours || host.hours || null,
      place: own.place || contact.place || null,
    });
  });
}

/** The desk of this kind, and the one it sits at. */
function desksOf(kind, place, day) {
  const desks = store.device.definitions.desks || [];
  return {
    own: desks.find(one => one.kind === kind) || {},
    host: desks.find(one => place && (one.name === place || recipientName(one.kind, day) === place)) || {},
  };
}
