// The kinds of recipients that an owner's consents let a case go to: the same as jp.toritsugi.routing.ConsentCover.

/** The owner's own word about this kind: of two the later. @param {object[]|null|undefined} consents @param {string} kind */
export function wordAbout(consents, kind) {
  return (consents ?? []).findLast(consent => consent.recipient === kind);
}

/** Given and not taken back. @param {object|undefined} word */
export function isInForce(word) {
  return Boolean(word?.given) && !word.withdrawnOn;
}

/** Kinds the owner agreed to and has not taken back, in the order they were spoken of. @returns {string[]} */
export function inForce(consents) {
  const kinds = new Set((consents ?? []).map(consent => consent.recipient));
  return [...kinds].filter(kind => isInForce(wordAbout(consents, kind)));
}

/**
 * @param {Map<string, {inside: {kind: string, from: string}|null}>} names of all kinds, by kind
 * @param {object[]|null|undefined} consents of the sheet, in order
 * @param {string} day
 * @returns {string[]} empty where there is no consent, or none any more
 */
export function coveredOn(names, consents, day) {
  return [...names.keys()].filter(kind => {
    if (kind === 'own-adviser') return false;
    const { inside } = names.get(kind);
    return isInForce(wordAbout(consents, kind) ?? (inside && inside.from <= day ? wordAbout(consents, inside.kind) : undefined));
  });
}
