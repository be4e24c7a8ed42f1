import { isHeldElsewhere } from './problem.js';
import { onceMore } from './trouble.js';

/** Writes down what became of a letter: its receipt, why it is held, or that it came back once more. */
export class Ledger {
  /** @param {{database, letters, fates, clock}} parts */
  constructor({ database, letters, fates, clock }) {
    Object.assign(this, { database, letters, fates, clock });
  }

  /**
   * The letter goes and the receipt comes in one transaction.
   *
   * @param {import('./fates.js').Fate|null} fate what was known of the sheet before
   */
  async received(letter, value, { receipt, etag, revision }, fate) {
    const become = letter.what === 'sheet'
      ? await this.#sheetReceived(letter.sheet, { ...fate, receipt, etag, content: value.content }, revision)
      : await this.#signatureReceived(letter.sheet, value, fate);
    await this.database.write(['outbox', 'fates'], async tx => {
      tx.delete('outbox', letter.id);
      await become(tx);
    });
  }

  async #sheetReceived(sheet, fate, revision) {
    const record = await this.fates.sealed(sheet, revision, this.clock.iso(), fate);
    return async tx => tx.put('fates', record);
  }

  /** Also when it was confirmed meanwhile: that stays. */
  async #signatureReceived(sheet, { recipient, signature }, fate) {
    const sealed = await this.fates.seal(sheet, { ...fate, signatures: { ...fate?.signatures, [recipient]: signature } });
    return async tx => {
      const record = await tx.get('fates', sheet);
      if (fate !== null && record !== undefined) {
        tx.put('fates', { ...record, ...sealed });
      }
    };
  }

  /** Refused for good, or in conflict; unless the sheet was written anew meanwhile, then the new one goes in its place. */
  async held(letter, value, answer) {
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
        tx.put('outbox', {
          ...found, held: answer.what, hold, trouble: null, away: isHeldElsewhere(answer.problem) ? value.from : null,
        });
      }
      return 'known';
    });
  }

  /** Neither taken nor refused: it will be tried again, and after some tries a person is told with these words. */
  async troubled(letter, answer) {
    const sealed = await this.letters.sealTrouble(letter, { says: answer.says });
    await this.database.write(['outbox'], async tx => {
      const found = await tx.get('outbox', letter.id);
      if (found !== undefined) {
        const trouble = { ...onceMore(found.trouble, answer.seconds !== undefined, this.clock.iso()), ...sealed };
        tx.put('outbox', { ...found, trouble });
      }
    });
  }
}
