import { KeepProblem, storageProblem } from './problem.js';

/**
 * Sheets being typed, of one kind, in one store. Interviews and practice sheets have one each; nothing here knows that
 * anything is ever sent.
 *
 * @typedef {object} Sheet
 * @property {string} id UUID, made here
 * @property {'interview'|'practice'} kind
 * @property {string} startedAt
 * @property {string} changedAt
 * @property {'talk'|'sheet'} mode
 * @property {string} step where the talk stands; the screens' own
 * @property {import('./content.js').Content} content answers of a left branch too
 * @property {Object<string, {strokes: object[], width: number, height: number, at: string}>} signatures by recipient
 * @property {{network: string, institution: string}|null} from for whom the talk is held; it stays so, wherever its person moves
 * @property {string} [reason] why a sheet that was sent is corrected
 */
export class Typing {
  #known = new Map();
  #last = Promise.resolve();

  /** @param {{database, vault, clock, kind: 'interview'|'practice', store: string}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** @returns {Promise<Sheet>} written down already */
  async start({ by, from, content, fromPaper = false }) {
    const now = this.clock.iso();
    const sheet = {
      id: crypto.randomUUID(), kind: this.kind, startedAt: now, changedAt: now,
      mode: fromPaper ? 'sheet' : 'talk', fromPaper, from, step: '', content, signatures: {},
    };
    const sealed = await this.#seal(sheet);
    const record = { id: sheet.id, kind: this.kind, state: 'draft', version: 1, by, startedAt: now, changedAt: now, ...sealed };
    await this.#write(async tx => tx.put(this.store, record));
    this.#known.set(sheet.id, 1);
    return sheet;
  }

  /** @returns {Promise<Sheet|null>} */
  async read(id) {
    const record = await this.record(id);
    if (record === null) {
      return null;
    }
    this.#known.set(id, record.version);
    return this.open(record);
  }

  async record(id) {
    const record = await this.database.get(this.store, id);
    return record === undefined || record.kind !== this.kind ? null : record;
  }

  async records() {
    return (await this.database.all(this.store)).filter(record => record.kind === this.kind);
  }

  /** What a record says. */
  async open(record) {
    return this.vault.unseal(placeOf(this.store, record.id), record);
  }

  /** Resolves once the sheet lies on the disk as it was when this was called; saves are written in the order they were called. */
  save(sheet) {
    const changedAt = this.clock.iso();
    const snapshot = structuredClone({ ...sheet, changedAt });
    const saved = this.#last.then(() => this.#save(snapshot, changedAt));
    this.#last = saved.catch(() => {});
    return saved.then(answer => {
      sheet.changedAt = changedAt;
      return answer;
    });
  }

  /** All saves called so far, whatever became of them. */
  settled() {
    return this.#last;
  }

  async #save(snapshot, changedAt) {
    const sealed = await this.#seal(snapshot);
    await this.#write(async tx => {
      const record = this.#unchanged(await tx.get(this.store, snapshot.id), snapshot.id);
      if (record.state !== 'draft') {
        throw new KeepProblem('送信した診断票です。直すときは「訂正する」を押してください。', 'not-draft');
      }
      tx.put(this.store, { ...record, ...sealed, changedAt, version: record.version + 1 });
    });
    this.#known.set(snapshot.id, this.#known.get(snapshot.id) + 1);
    return { savedAt: changedAt };
  }

  /** What another window of this app wrote meanwhile is never written over. */
  #unchanged(record, id) {
    if (record === undefined) {
      throw new KeepProblem('この診断票は、もうこの端末にありません。', 'gone');
    }
    if (record.version !== (this.#known.get(id) ?? record.version)) {
      throw new KeepProblem('この診断票は、別の画面で書き換えられています。開き直してください。', 'elsewhere');
    }
    this.#known.set(id, record.version);
    return record;
  }

  /**
   * Moves a sheet on in one transaction with whatever goes with it.
   *
   * @param {string[]} stores others that take part
   * @param {(tx, record) => Promise<object>} work returns the changed record, or null to leave all as it is
   */
  async move(id, stores, work) {
    await this.settled();
    const version = await this.#write(async tx => {
      const found = await tx.get(this.store, id);
      const record = this.#unchanged(found?.kind === this.kind ? found : undefined, id);
      const changed = await work(tx, record);
      if (changed === null) {
        return record.version;
      }
      tx.put(this.store, { ...changed, version: record.version + 1 });
      return record.version + 1;
    }, stores);
    this.#known.set(id, version);
  }

  /** Sealed anew, for {@link move}. */
  async sealed(sheet) {
    return this.#seal(sheet);
  }

  async #seal(sheet) {
    return this.vault.seal(placeOf(this.store, sheet.id), sheet);
  }

  async #write(work, stores = []) {
    try {
      return await this.database.write([this.store, ...stores], work);
    } catch (error) {
      throw storageProblem(error);
    }
  }
}

export function placeOf(store, id) {
  return `${store}/${id}`;
}
