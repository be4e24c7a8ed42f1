import { canonical, contentOf, outgoing } from '/tablet/keep/content.js';
import { settle } from './busy.js';

const QUESTIONS = ['Q1', 'Q1-1', 'Q2', 'Q3', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11-1'];
const ANSWERS = ['yes', 'no', 'unknown', 'not-asked', 'declined', ''];

/** Somebody who types, changes their mind, and remembers what the tablet said was saved. */
export class Person {
  /** What was typed and said to be saved, by id: the truth in the end. */
  typed = new Map();
  discarded = new Set();
  practice = new Set();
  /** Signatures that were drawn on a sheet the server has when it was taken up again: whatever follows, these arrive. */
  promised = [];
  #sheet = null;
  #count = 0;

  constructor(world) {
    this.world = world;
    this.chance = world.chance;
  }

  get device() {
    return this.world.device;
  }

  async start() {
    const kind = this.chance.happens(0.15) ? 'practice' : 'interview';
    this.#count += 1;
    const enterprise = { name: `堂${this.#count}` };
    const sheet = await this.#try(() => this.device.sheets.start({ kind, content: { enterprise } }));
    if (sheet !== undefined) {
      this.#sheet = sheet;
      this.#remember(sheet);
    }
  }

  #remember(sheet) {
    if (sheet.kind === 'interview') {
      this.typed.set(sheet.id, { saved: said(sheet), pending: [], isDoubtful: false });
    } else {
      this.practice.add(sheet.id);
    }
  }

  /** Answers, or changes or takes back an earlier answer; some do not wait for the tablet before they go on. */
  async answer() {
    const sheet = this.#sheet;
    if (sheet === null) {
      return;
    }
    const question = this.chance.of(QUESTIONS);
    sheet.content.answers[question] = this.chance.of(ANSWERS);
    if (this.chance.happens(0.2)) {
      sheet.content.note = `メモ${this.chance.below(1000)}`;
    }
    if (this.chance.happens(0.2)) {
      const signature = { strokes: [[[1, this.chance.below(100)]]], width: 10, height: 10, at: '2026-11-25T00:00:00Z' };
      sheet.signatures = { ...sheet.signatures, center: signature };
    }
    const entry = this.typed.get(sheet.id);
    const saying = said(sheet);
    entry?.pending.push(saying);
    const saved = this.device.sheets.save(sheet).then(() => {
      if (entry !== undefined) {
        entry.saved = saying;
        entry.pending = entry.pending.slice(entry.pending.indexOf(saying) + 1);
      }
    }, () => {
      // the screen still shows it, but the tablet never said that it was saved
      entry?.pending.splice(entry.pending.indexOf(saying), 1);
      this.#sheet = null;
    });
    if (this.chance.happens(0.7)) {
      await this.#wait(saved);
    }
  }

  async finish() {
    const sheet = this.#sheet;
    this.#sheet = null;
    if (sheet !== null) {
      await this.#try(() => this.device.sheets.finish(sheet.id));
    }
  }

  /** Takes up any sheet again: a draft, one that waits, one that was received. */
  async takeUp() {
    await settle();
    const lines = await this.#try(() => this.device.sheets.list()) ?? [];
    if (lines.length === 0) {
      return;
    }
    const line = this.chance.of(lines);
    const isWithServer = line.kind === 'interview' && line.place !== 'draft' && await this.#isWithServer(line.id);
    const sheet = await this.#try(() => (line.kind === 'interview' && line.place !== 'draft'
      ? this.device.sheets.reopen(line.id) : this.device.sheets.read(line.id)));
    if (sheet !== undefined && sheet !== null) {
      this.#see(sheet);
      if (isWithServer) {
        this.promised.push({ id: sheet.id, signatures: said(sheet).signatures });
      }
      sheet.reason = '聞き間違い';
      this.#sheet = sheet;
    }
  }

  /** Nothing waits but signatures: taken up again, the sheet is a correction, and what was drawn belongs to what was sent. */
  async #isWithServer(id) {
    const letters = await this.world.disk.open(this.world.life).all('outbox');
    return this.world.server.sheets.has(id) && !letters.some(letter => letter.sheet === id && letter.what === 'sheet');
  }

  /** A draft is gone, a correction goes back to what was sent; sometimes that, too, is taken back. */
  async discard() {
    const sheet = this.#sheet;
    if (sheet === null || sheet.kind === 'practice') {
      return;
    }
    await settle();
    this.#sheet = null;
    Object.assign(this.typed.get(sheet.id), { isDoubtful: true, sent: this.world.server.sheets.get(sheet.id)?.at(-1) });
    const token = await this.#try(() => this.device.sheets.discard(sheet.id));
    if (token !== undefined && this.chance.happens(0.5)) {
      await this.#try(() => this.device.sheets.undo(token));
    }
  }

  forget() {
    this.#sheet = null;
  }

  /** What is there is what was said to be saved, or what was just being saved; nothing else, and nothing less. */
  async check() {
    const listed = new Set((await this.device.sheets.list()).map(line => line.id));
    for (const id of listed) {
      const sheet = await this.device.sheets.read(id);
      if (sheet.kind === 'interview') {
        this.#see(sheet);
      }
    }
    for (const [id, entry] of this.typed) {
      const kept = this.world.server.sheets.get(id)?.at(-1);
      if (!listed.has(id) && entry.isDoubtful && kept !== undefined && kept === entry.sent) {
        // its correction was discarded, and the sheet left the device before anybody looked: as it was sent
        Object.assign(entry, { saved: { content: kept }, pending: [], isDoubtful: false });
      }
      // confirmed by the server, it may have left the device
      const hasLeft = kept === entry.saved.content;
      if (!listed.has(id) && !entry.isDoubtful && !hasLeft) {
        throw new Error(`lost from the device: ${id} ${entry.saved.content}`);
      }
      if (!listed.has(id) && !hasLeft) {
        this.typed.delete(id);
      }
    }
  }

  #see(sheet) {
    const there = said(sheet);
    const entry = this.typed.get(sheet.id);
    if (entry === undefined) {
      // the page was killed before it could say that the sheet had begun
      this.#remember(sheet);
      return;
    }
    const possible = [entry.saved, ...entry.pending].map(canonical);
    const sent = entry.isDoubtful ? this.world.server.sheets.get(sheet.id) ?? [] : [];
    if (!possible.includes(canonical(there)) && !sent.includes(there.content)) {
      throw new Error(`altered on the device: ${sheet.id} saved ${canonical(entry.saved)}, found ${canonical(there)}`);
    }
    Object.assign(entry, { saved: there, pending: [], isDoubtful: false });
  }

  async #try(work) {
    return this.#wait(work().catch(error => {
      if (error.name !== 'KeepProblem' && error.name !== 'QuotaExceededError') {
        throw error;
      }
      return undefined;
    }));
  }

  /** For the tablet, or for the end of its page. */
  async #wait(promise) {
    let done = false;
    let result;
    let trouble = null;
    promise.then(value => {
      done = true;
      result = value;
    }, error => {
      done = true;
      trouble = error;
    });
    await settle();
    if (trouble !== null) {
      throw trouble;
    }
    return done ? result : undefined;
  }
}

/** As it would be sent. */
export function said(sheet) {
  return { content: canonical(contentOf(outgoing(sheet.content))), signatures: structuredClone(sheet.signatures) };
}
