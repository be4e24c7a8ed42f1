/** Writes down what became of a letter: its receipt, or why it is held. */
export class Ledger {
  /** @param {{database, letters, fates, clock}} parts */
  constructor({ database, letters, fates, clock }) {
    Object.assign(this, { database, letters, fates, clock });
  }

  /** The letter goes and the receipt comes in one transaction. */
  async received(letter, value, { receipt, etag, revision }) {
    const fate = letter.what === 'sheet'
      ? await this.fates.sealed(letter.sheet, revision, this.clock.iso(), { receipt, etag, content: value.content })
      : null;
    await this.database.write(['outbox', 'fates'], async tx => {
      tx.delete('outbox', letter.id);
      if (fate !== null) {
        tx.put('fates', fate);
      }
    });
  }

  /** Refused for good, or in conflict; unless the sheet was written anew meanwhile, then the new one goes in its place. */
  async held(letter, answer) {
    const hold = await this.letters.sealHold(letter, answer.what === 'conflict' ? answer : { problem: answer.problem });
    return this.database.write(['outbox'], async tx => {
      const found = await tx.get('outbox', letter.id);
      const later = (await tx.all('outbox')).some(other => other.sheet === letter.sheet && other.what === 'sheet'
        && other.order > letter.order);
      if (found !== undefined && later && answer.what === 'refused') {
        tx.delete('outbox', letter.id);
        return 'received';
      }
      if (found !== undefined) {
        tx.put('outbox', { ...found, held: answer.what, hold });
      }
      return 'known';
    });
  }
}
