import { KeepProblem } from './problem.js';
import { placeOf } from './typing.js';

const MOST_FOUND = 50;

/**
 * The visit pack: earlier sheets of the own institution, taken along to firms that are going to be visited again. The server
 * writes down every firm it hands to a device.
 *
 * @typedef {object} PackEntry
 * @property {string} diagnosis id of the earlier sheet
 * @property {string} firm
 * @property {string} nameKana
 * @property {string} municipality
 * @property {string} lastInterviewedOn
 * @property {string} leaf
 * @property {string} leafState
 * @property {import('./content.js').Content} lastContent
 * @property {object[]} openReferrals
 */
export class Pack {
  /** @param {{database, vault, sender, about, contact, changed}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** @returns {Promise<PackEntry[]>} by kana */
  async firms() {
    const records = await this.database.all('pack');
    const entries = await Promise.all(records.map(record => this.vault.unseal(placeOf('pack', record.id), record)));
    return entries.sort((a, b) => (a.nameKana || a.firm).localeCompare(b.nameKana || b.firm, 'ja'));
  }

  /** Takes these along and leaves all others behind. @param {string[]} diagnoses ids of earlier sheets */
  async choose(diagnoses) {
    return this.#fetch({ diagnoses, known: [] }, true);
  }

  /** Takes these along as well. */
  async add(diagnoses) {
    const known = (await this.database.all('pack')).map(({ id, revision }) => ({ id, revision }));
    return this.#fetch({ diagnoses: [...new Set([...known.map(entry => entry.id), ...diagnoses])], known }, false);
  }

  /** Takes along the firms the own institution visited last. @param {number} limit at most 500 */
  async chooseLatest(limit) {
    return this.#fetch({ latest: limit, known: [] }, true);
  }

  async remove(diagnoses) {
    await this.database.write(['pack'], async tx => diagnoses.forEach(id => tx.delete('pack', id)));
    this.changed('pack');
  }

  /** What changed on the server since; what is out of reach there goes from here too. */
  async refresh() {
    const known = (await this.database.all('pack')).map(({ id, revision }) => ({ id, revision }));
    return known.length === 0 ? 0 : this.#fetch({ diagnoses: known.map(entry => entry.id), known }, false);
  }

  /**
   * Looks for earlier sheets on the server; what is looked for goes in the body, for addresses are written down on the way.
   *
   * @returns {Promise<Array<{diagnosis, firm, nameKana, municipality, lastInterviewedOn, leaf, leafState, isTaken: boolean}>>}
   */
  async search(text) {
    const found = await this.#ask('POST', '/api/v1/diagnoses/search', { q: text, limit: MOST_FOUND });
    const taken = new Set((await this.database.all('pack')).map(record => record.id));
    return found.items.filter(line => !line.anonymous).map(line => ({
      diagnosis: line.id, firm: line.enterpriseName, nameKana: line.enterpriseKana ?? '', municipality: line.municipality ?? null,
      lastInterviewedOn: line.interviewedOn, leaf: line.leaf, leafState: line.leafState, isTaken: taken.has(line.id),
    }));
  }

  async #fetch(asked, anew) {
    const device = await this.about.deviceId();
    const answer = await this.#ask('POST', `/api/v1/devices/${device}/pack`, asked);
    const records = await Promise.all(answer.items.map(async entry => ({
      id: entry.diagnosis, revision: entry.revision, ...await this.vault.seal(placeOf('pack', entry.diagnosis), entry),
    })));
    await this.database.write(['pack'], async tx => {
      if (anew) {
        tx.clear('pack');
      }
      answer.gone.forEach(id => tx.delete('pack', id));
      records.forEach(record => tx.put('pack', record));
    });
    this.changed('pack');
    return records.length;
  }

  async #ask(method, path, body) {
    this.contact.refuseOther();
    const answer = await this.sender.ask(method, path, body);
    if (answer.loggedOut) {
      this.contact.expired();
      throw new KeepProblem('ログインの期限が切れています。ログインし直すと続けられます。', 'expired');
    }
    if (answer.json?.type?.endsWith(':device-revoked')) {
      await this.contact.touch(true);
    }
    if (answer.status !== 200 || answer.json === null) {
      throw new KeepProblem(answer.failed ? '電波が届いていません。つながるところでもう一度お試しください。'
        : answer.json?.detail ?? 'サーバーが応えられません。しばらくしてからお試しください。', answer.failed ? 'offline' : 'refused');
    }
    return answer.json;
  }
}
