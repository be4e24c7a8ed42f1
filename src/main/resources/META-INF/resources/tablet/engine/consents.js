// The kinds of recipients that an owner's consents let a case go to: the same as jp.toritsugi.routing.ConsentCover.

/**
 * @param {Map<string, {inside: {kind: string, from: string}|null}>} names of all kinds, by kind
 * @param {object[]|null|undefined} consents of the sheet, in order; of two about one kind the later counts
 * @param {string} day
 * @returns {string[]} empty where there is no consent, or none any more
 */
export function coveredOn(names, consents, day) {
  const words = new Map((consents ?? []).map(consent => [consent.recipient, consent]));
  return [...names.keys()].filter(kind => {
    if (kind === 'own-adviser') return false;
    const { inside } = names.get(kind);
    const word = words.get(kind) ?? (inside && inside.from <= day ? words.get(inside.kind) : undefined);
    return Boolean(word?.given) && !word.withdrawnOn;
  });
}
