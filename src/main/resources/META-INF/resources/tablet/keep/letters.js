import { placeOf } from './typing.js';
import { KeepProblem } from './problem.js';
import { outgoing, sameContent } from './content.js';

/**
 * What goes into the outbox for a finished interview: the sheet as it is at that moment, and after it each signature.
 * Frozen: what is sent the second time is byte for byte what was sent the first time.
 *
 * @typedef {object} Letter
 * @property {string} id
 * @property {string} sheet
 * @property {number} order within the sheet
 * @property {'sheet'|'signature'} what
 * @property {number} attempts tries begun; from the first on the server may have it
 * @property {null|'refused'|'conflict'} held not tried by itself any more
 * @property {{network: string, institution: string}} [away] for whom the talk was held, where it is held because its person
 *   is at work elsewhere: back there, it is tried again by itself
 * @property {import('./trouble.js').Trouble|null} [trouble] it came back, and is tried on
 */
export class Letters {
  constructor({ database, vault, fates }) {
    this.database = database;
    this.vault = vault;
    this.fates = fates;
  }

  /** @returns {Promise<Letter[]>} first those that are to be sent first */
  async all() {
    const letters = await this.database.all('outbox');
    return letters.sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : a.queuedAt > b.queuedAt ? 1 : a.order - b.order));
  }

  async of(sheet) {
    return (await this.all()).filter(letter => letter.sheet === sheet).sort((a, b) => a.order - b.order);
  }

  async open(letter) {
    return this.vault.unseal(placeOf('outbox', letter.id), letter);
  }

  /** @returns {Promise<object>} why it is held: the server's problem details, or the other side of a conflict */
  async openHold(letter) {
    return this.vault.unseal(placeOf('hold', letter.id), letter.hold);
  }

  async sealHold(letter, value) {
    return this.vault.seal(placeOf('hold', letter.id), value);
  }

  /** @returns {Promise<{says: string}>} what the server said the last time it came back */
  async openTrouble(letter) {
    return this.vault.unseal(placeOf('trouble', letter.id), letter.trouble);
  }

  async sealTrouble(letter, value) {
    return this.vault.seal(placeOf('trouble', letter.id), value);
  }

  /**
   * The letters of a sheet, without their place in the order yet.
   *
   * @param {import('./typing.js').Sheet} sheet
   * @param {string} now
   */
  async write(sheet, now) {
    const fate = await this.fates.read(sheet.id);
    const waiting = (await this.of(sheet.id)).filter(letter => letter.what === 'sheet');
    const content = outgoing(sheet.content);
    const last = waiting.length > 0 ? (await this.open(waiting.at(-1))).content : fate?.content;
    const written = [];
    // written back to what was sent already, it is no correction
    if (last === undefined || !sameContent(last, content)) {
      written.push(await this.#letter(sheet.id, 'sheet', now, { content, reason: reasonOf(sheet, fate, waiting), from: sheet.from }));
    }
    return [...written, ...await this.#signatures(sheet, now)];
  }

  /** What is sent when a conflict is settled: the choice, if it says something new, and the signatures. */
  async correction(sheet, now, saysSomethingNew) {
    const written = saysSomethingNew
      ? [await this.#letter(sheet.id, 'sheet', now, { content: outgoing(sheet.content), reason: sheet.reason.trim(), from: sheet.from })]
      : [];
    return [...written, ...await this.#signatures(sheet, now)];
  }

  #signatures(sheet, now) {
    return Promise.all(Object.entries(sheet.signatures ?? {}).map(
      ([recipient, signature]) => this.#letter(sheet.id, 'signature', now, { recipient, signature, from: sheet.from })));
  }

  async #letter(sheet, what, now, value) {
    const id = crypto.randomUUID();
    return { id, sheet, what, queuedAt: now, attempts: 0, held: null, hold: null, ...await this.seal(id, value) };
  }

  async seal(id, value) {
    return this.vault.seal(placeOf('outbox', id), value);
  }

  /** Within a transaction of outbox: behind the sheet's others. */
  async queue(tx, written) {
    const orders = (await tx.all('outbox')).filter(letter => letter.sheet === written[0]?.sheet).map(letter => letter.order);
    const behind = Math.max(0, ...orders);
    written.forEach((letter, index) => tx.put('outbox', { ...letter, order: behind + 1 + index }));
  }

  /** Signatures by recipient that are on their way. */
  async signaturesOf(sheet) {
    const waiting = (await this.of(sheet)).filter(letter => letter.what === 'signature' && letter.held === null);
    const values = await Promise.all(waiting.map(letter => this.open(letter)));
    return Object.fromEntries(values.map(({ recipient, signature }) => [recipient, signature]));
  }

  /**
   * Within a transaction of outbox: takes back what the server cannot have, because it was never tried or was refused. The
   * signatures behind a sheet that the server may have stay: they were drawn for it, whatever becomes of the correction.
   */
  async takeBack(tx, sheet) {
    const letters = (await tx.all('outbox')).filter(letter => letter.sheet === sheet);
    const unsent = letters.filter(letter => letter.what === 'sheet' && (letter.attempts === 0 || letter.held !== null));
    const from = Math.min(Infinity, ...unsent.map(letter => letter.order));
    letters.filter(letter => letter.order >= from || letter.held !== null).forEach(letter => tx.delete('outbox', letter.id));
  }
}

function reasonOf(sheet, fate, waiting) {
  const reason = sheet.reason?.trim();
  if (fate !== null && !reason) {
    throw new KeepProblem('訂正の理由を入力してください。', 'reason');
  }
  // Mended while it was on its way, nobody knew yet whether it had arrived: the owner of the words is the same.
  return reason || (waiting.length > 0 ? '送信の途中で書き直したため' : null);
}
