/** What a sheet says, in rows for people. */
import { ageOn, warekiOf } from '../engine/japan.js';
import { recipientName } from './advice.js';
import { talkOf } from './path.js';
import { store } from './store.js';
import { answerWord, FACTS, KINDS, MANNERS, MEANS, OCCASIONS, PERFORMANCES, SUPPORTS, WISHES } from './words.js';

/** @returns {{key: string, title: string, note?: string, empty?: string, rows: {label: string, value: string, screen: string}[]}[]} */
export function rowsOf(sheet) {
  const { content } = sheet;
  const talk = talkOf(sheet);
  const onPath = talk.definition.questions.filter(one => ['on-branch', 'unanswered'].includes(talk.state.states[one.code]));
  const answer = question => ({ label: `${question.code}　${question.text}`, screen: 'ask', rest: question.code,
    value: [answerWord(question, content.answers[question.code]), content.comments?.[question.code] && `✎ ${content.comments[question.code]}`].filter(Boolean).join('　') });
  const parked = talk.state.parked.map(code => answer(talk.question(code)));
  return [
    { key: 'firm', title: '事業者と代表者', rows: firmRows(content) },
    { key: 'answers', title: '回答', rows: onPath.map(answer) },
    ...(parked.length ? [{ key: 'parked', title: '分岐外の回答', note: 'いまの道では聞かない質問への答えです。このまま記録に残します。', rows: parked }] : []),
    { key: 'wish', title: '状況と希望', rows: wishRows(content) },
    { key: 'consents', title: '同意', rows: consentRows(sheet) },
  ];
}

function firmRows(content) {
  const firm = content.enterprise || {};
  const person = content.representative || {};
  const named = (list, code) => store.device.definitions[list]?.find(one => one.code === code)?.name || code;
  const row = (label, value, field) => ({ label, value, screen: 'firm', field });
  return [
    row('事業者名', [firm.name, firm.nameKana && `（${firm.nameKana}）`].filter(Boolean).join(''), 'enterprise.name'),
    row('法人・個人', [KINDS[firm.kind], firm.corporateNumber].filter(Boolean).join('　'), 'enterprise.kind'),
    row('市町村・業種', [firm.municipality && named('municipalities', firm.municipality), firm.industry && named('industries', firm.industry)].filter(Boolean).join('　'), 'enterprise.municipality'),
    row('従業員数', firm.employees === undefined ? '' : `${firm.employees}人`, 'enterprise.employees'),
    row('代表者', [person.name, person.nameKana && `（${person.nameKana}）`].filter(Boolean).join(''), 'representative.name'),
    row('生年月日・年齢', person.birthDate ? `${warekiOf(person.birthDate)}　${ageOn(person.birthDate, content.interviewedOn)}歳` : person.age === undefined ? '' : `${person.age}歳`, 'representative.birthDate'),
    row('診断日', [content.interviewedOn && warekiOf(content.interviewedOn), OCCASIONS[content.occasion], MANNERS[content.manner]].filter(Boolean).join('　'), 'interviewedOn'),
  ];
}

function wishRows(content) {
  const facts = content.facts || {};
  const row = (label, value, field) => ({ label, value, screen: 'wish', field });
  const told = Object.entries(FACTS).filter(([key]) => facts[key] !== undefined);
  return [
    row('支援の希望', [WISHES[content.supportWish], (content.desiredSupports || []).map(one => SUPPORTS[one]).join('・')].filter(Boolean).join('　'), 'supportWish'),
    ...told.map(([key, says]) => row(says, facts[key] ? 'はい' : 'いいえ', `facts.${key}`)),
    ...(facts.handoverWithinYears === undefined ? [] : [row('承継の予定', `${facts.handoverWithinYears}年以内`, 'facts.handoverWithinYears')]),
    ...(facts.performance ? [row('業績', PERFORMANCES[facts.performance], 'facts.performance')] : []),
    ...(facts.adviser ? [row('相談している先', facts.adviser, 'facts.adviser')] : []),
    ...(content.contactPreference ? [row('希望する連絡方法・時間帯', content.contactPreference, 'contactPreference')] : []),
    ...(content.familyContactAllowed === undefined ? [] : [row('ご家族への連絡', content.familyContactAllowed ? '連絡してよい' : '連絡しない', 'familyContactAllowed')]),
    ...(content.note ? [row('備考', content.note, 'note')] : []),
  ];
}

function consentRows(sheet) {
  const consents = sheet.content.consents || [];
  const rows = consents.map(one => ({ label: recipientName(one.recipient, sheet.content.interviewedOn), screen: 'consent', field: `consents.${one.recipient}`,
    value: one.withdrawnOn ? '撤回' : one.given ? `同意する（${MEANS[one.means] || ''}${one.means === 'signature' ? (sheet.signatures?.[one.recipient] ? '済み' : 'まだ') : ''}）` : '同意しない' }));
  return rows.length ? rows : [{ label: '情報の提供', value: 'まだ伺っていません', screen: 'consent' }];
}
