import { KeepProblem } from './problem.js';
import { isOnItsWay, sentOf } from './sent.js';
import { isStuck } from './trouble.js';

/**
 * The sheets of this device, as the screens see them. Interviews go to the outbox when they are finished; practice sheets
 * lie in another store, under another `Typing`, and nothing that sends knows of it.
 */
export class Sheets {
  #restorable = new Map();
  /** Heads of sheets by id and version, so that a list is not decrypted anew each time; only while the device is open. */
  #heads = new Map();

  /** @param {{interviews, practice, letters, fates, outbox, about, clock, changed}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /**
   * Newest first.
   *
   * @returns {Promise<Array<{id, kind, firm, interviewedOn, changedAt, place, receipt, problem, trouble, answered}>>}
   *     trouble: it came back so often that a person should know, {says, count, since}
   */
  async list() {
    const [interviews, practice, fates, letters] = await Promise.all(
      [this.interviews.records(), this.practice.records(), this.fates.records(), this.letters.all()]);
    const lines = [];
    for (const record of interviews.filter(found => found.state !== 'discarded')) {
      const own = letters.filter(letter => letter.sheet === record.id);
      lines.push(await this.#line(this.interviews, record, fates.find(fate => fate.id === record.id), own));
    }
    for (const record of practice.filter(found => found.state !== 'discarded')) {
      lines.push(await this.#line(this.practice, record, undefined, []));
    }
    return lines.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  async #line(typing, record, fate, letters) {
    const head = await this.#head(`${record.id}/${record.version}`, () => typing.open(record));
    const held = letters.find(letter => letter.held !== null);
    const hold = held === undefined ? null : await this.letters.openHold(held);
    return {
      id: record.id,
      kind: record.kind,
      firm: head.content?.enterprise?.name ?? '',
      interviewedOn: head.content?.interviewedOn ?? null,
      startedAt: record.startedAt,
      changedAt: record.changedAt,
      mode: head.mode,
      place: this.#place(record, fate, letters, held),
      receipt: fate === undefined ? null : (await this.#head(`${fate.id} ${fate.revision}`, () => this.fates.open(fate))).receipt,
      problem: hold?.problem ?? null,
      trouble: await this.#trouble(letters),
    };
  }

  async #trouble(letters) {
    const stuck = letters.find(letter => letter.held === null && isStuck(letter.trouble, this.clock.now()));
    return stuck === undefined ? null
      : { ...await this.letters.openTrouble(stuck), count: stuck.trouble.count, since: stuck.trouble.since };
  }

  async #head(key, open) {
    if (!this.#heads.has(key)) {
      const { content, mode, receipt } = await open();
      const { enterprise, interviewedOn } = content ?? {};
      this.#heads.set(key, { content: { enterprise: { name: enterprise?.name }, interviewedOn }, mode, receipt });
    }
    return this.#heads.get(key);
  }

  /** Nothing that was read stays in memory. */
  forget() {
    this.#heads.clear();
    this.#restorable.clear();
  }

  #place(record, fate, letters, held) {
    if (record.state === 'draft' || record.kind === 'practice') {
      return 'draft';
    }
    if (this.outbox.isSending(record.id)) {
      return 'sending';
    }
    if (held !== undefined) {
      return held.held;
    }
    return letters.length > 0 ? 'device' : fate?.confirmedAt ? 'confirmed' : fate === undefined ? 'device' : 'received';
  }

  /**
   * A new sheet, written down already.
   *
   * @param {{kind: 'interview'|'practice', pack?: object, fromPaper?: boolean, content?: object}} how
   * @returns {Promise<import('./typing.js').Sheet>}
   */
  async start({ kind, pack, fromPaper = false, content }) {
    const typing = kind === 'practice' ? this.practice : this.interviews;
    const last = pack?.lastContent;
    const sheet = await typing.start({
      by: this.about.person?.userName ?? null,
      from: this.about.place,
      fromPaper,
      content: {
        questionnaire: this.about.definitions?.questionnaire?.id ?? 'succession-diagnosis/2016',
        interviewedOn: dayOf(this.clock.now()),
        ...(last === undefined ? {} : { enterprise: last.enterprise, representative: withoutAge(last.representative) }),
        answers: {},
        ...content,
      },
    });
    this.changed('sheets');
    return sheet;
  }

  async read(id) {
    return await this.interviews.read(id) ?? this.practice.read(id);
  }

  /** @returns {Promise<{savedAt: string}>} once it lies on the disk */
  async save(sheet) {
    return (sheet.kind === 'practice' ? this.practice : this.interviews).save(sheet);
  }

  /** All saves called so far, whatever became of them. */
  async settled() {
    await Promise.all([this.interviews.settled(), this.practice.settled()]);
  }

  /** Into the outbox. A practice sheet has nowhere to go and stays as it is. */
  async finish(id) {
    await this.interviews.settled();
    const sheet = await this.interviews.read(id);
    if (sheet === null) {
      return;
    }
    const now = this.clock.iso();
    // begun when the device did not know yet who holds it
    const placed = { ...sheet, from: sheet.from ?? this.about.place };
    const written = await this.letters.write(placed, now);
    const sealed = await this.interviews.sealed(placed);
    await this.interviews.move(id, ['outbox'], async (tx, record) => {
      if (record.state !== 'draft') {
        return null;
      }
      await this.letters.queue(tx, written);
      return { ...record, ...sealed, state: 'done', finishedAt: now };
    });
    this.changed('sheets');
    this.outbox.wake();
  }

  /** To be written on: as long as the server cannot have it, as if it had never been finished; afterwards as a correction. */
  async reopen(id) {
    await this.interviews.move(id, ['outbox'], async (tx, record) => {
      await this.letters.takeBack(tx, id);
      return record.state === 'done' ? { ...record, state: 'draft' } : null;
    });
    this.changed('sheets');
    return this.read(id);
  }

  /**
   * Takes a draft away; a correction that was begun goes back to what the server has.
   *
   * @returns {Promise<string>} token for {@link undo}
   */
  async discard(id) {
    const typing = await this.interviews.record(id) !== null ? this.interviews : this.practice;
    const sheet = await typing.read(id);
    const isInterview = typing === this.interviews;
    const sent = isInterview ? await sentOf(this, id) : null;
    const back = sent === null ? null : await typing.sealed({ ...sheet, ...sent.says, reason: undefined });
    await typing.move(id, isInterview ? ['outbox', 'fates'] : [], async (tx, record) => {
      if (record.state !== 'draft' || isInterview && await isOnItsWay(tx, id, sent)) {
        throw new KeepProblem('送信の途中か、送信した診断票です。ここでは消せません。受領されたあとで、診断票の画面から取り下げられます。', 'sent');
      }
      return back === null ? { ...record, state: 'discarded', discardedAt: this.clock.iso() } : { ...record, ...back, state: 'done' };
    });
    const token = crypto.randomUUID();
    this.#restorable.set(token, { typing, sheet, wasCorrection: back !== null });
    this.changed('sheets');
    return token;
  }

  async undo(token) {
    const { typing, sheet } = this.#restorable.get(token) ?? {};
    if (sheet === undefined) {
      throw new KeepProblem('もう元に戻せません。', 'gone');
    }
    this.#restorable.delete(token);
    const sealed = await typing.sealed(sheet);
    await typing.move(sheet.id, [], async (tx, record) => ({ ...record, ...sealed, state: 'draft', discardedAt: undefined }));
    this.changed('sheets');
    return sheet;
  }
}

/** The day in Japan, where every interview is held. */
export function dayOf(milliseconds) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(milliseconds);
}

function withoutAge(representative) {
  const { age, ...rest } = representative ?? {};
  return rest;
}
