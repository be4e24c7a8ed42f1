import { placeOf } from './typing.js';

/**
 * What the server said to what was sent, per sheet: written by the outbox alone, so that it never meets what is being typed.
 *
 * @typedef {object} Fate
 * @property {string} receipt 受付番号
 * @property {string} etag of the revision this device knows
 * @property {import('./content.js').Content} content of that revision
 * @property {Object<string, object>} signatures by recipient, those the server has
 */
export class Fates {
  constructor({ database, vault }) {
    this.database = database;
    this.vault = vault;
  }

  async record(id) {
    return this.database.get('fates', id);
  }

  async records() {
    return this.database.all('fates');
  }

  /** @returns {Promise<Fate|null>} */
  async read(id) {
    const record = await this.record(id);
    return record === undefined ? null : this.open(record);
  }

  async open(record) {
    return this.vault.unseal(placeOf('fates', record.id), record);
  }

  /** The record for a transaction of the outbox. */
  async sealed(id, revision, receivedAt, fate) {
    return { id, revision, receivedAt, confirmedAt: null, ...await this.seal(id, fate) };
  }

  async seal(id, fate) {
    return this.vault.seal(placeOf('fates', id), fate);
  }

  /** The server has looked again: the sheets are there. */
  async confirm(confirmed, at) {
    await this.database.write(['fates'], async tx => {
      for (const { id, revision } of confirmed) {
        const record = await tx.get('fates', id);
        if (record !== undefined && record.confirmedAt === null && record.revision <= revision) {
          tx.put('fates', { ...record, confirmedAt: at });
        }
      }
    });
  }
}
