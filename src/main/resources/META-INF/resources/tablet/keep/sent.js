/**
 * What a correction goes back to when it is discarded: the content the server has, and the signatures it has or will have. A
 * signature that was drawn for the correction goes with it; one that was drawn for what was sent stays.
 *
 * @param {{letters, fates}} parts
 * @returns {Promise<{revision: number, says: {content, signatures}}|null>} null for a sheet of which no receipt has come
 */
export async function sentOf({ letters, fates }, id) {
  // looked at first: a signature that arrives meanwhile is then among those the server has
  const waiting = await letters.signaturesOf(id);
  const record = await fates.record(id);
  if (record === undefined) {
    return null;
  }
  const { content, signatures } = await fates.open(record);
  return { revision: record.revision, says: { content, signatures: { ...signatures, ...waiting } } };
}

/** Within a transaction of outbox and fates: whether a sheet waits, or arrived since {@link sentOf} looked. Signatures may. */
export async function isOnItsWay(tx, id, sent) {
  const fate = await tx.get('fates', id);
  return fate?.revision !== sent?.revision
    || (await tx.all('outbox')).some(letter => letter.sheet === id && letter.what === 'sheet');
}
