import { Ledger } from './ledger.js';
import { Pace } from './pace.js';
import { isHeldElsewhere } from './problem.js';

const AT_ONCE = 6;
const LOCK = 'toritsugi-outbox';

/**
 * Sends what is finished, for ever: with growing pauses, on every sign of a signal, one window at a time, each sheet's
 * letters in their order, several sheets beside each other. A letter is gone only when the server has given its receipt.
 */
export class Outbox {
  #running = null;
  #sending = new Set();
  #lastTriedAt = null;
  #says = null;
  #stopped = false;
  #again = false;

  /** @param {{letters, fates, sender, contact, about, database, vault, clock, locks, changed: (what: string) => void}} parts */
  constructor(parts) {
    Object.assign(this, parts);
    this.ledger = new Ledger(parts);
    this.pace = new Pace(this.clock, () => this.wake());
  }

  stop() {
    this.#stopped = true;
    this.pace.stop();
  }

  /** Whether a letter of this sheet is on its way at this moment. */
  isSending(sheet) {
    return this.#sending.has(sheet);
  }

  /** @returns {Promise<{waiting: number, sending: number, failed: number, lastTriedAt, nextTryAt, online: boolean, says}>} */
  async status() {
    const letters = await this.letters.all();
    const sheets = test => new Set(letters.filter(test).map(letter => letter.sheet)).size;
    return {
      waiting: sheets(letter => letter.held === null),
      sending: this.#sending.size,
      failed: sheets(letter => letter.held !== null),
      lastTriedAt: this.#lastTriedAt,
      nextTryAt: this.pace.nextAt(),
      online: !this.pace.isOffline,
      says: this.#says,
    };
  }

  /** Now, whatever the pauses say, and also what was refused before. */
  async sendNow() {
    while (this.#running !== null) {
      await this.#running;
    }
    return this.#start(true);
  }

  /** On any sign that it may go through now. */
  async wake() {
    if (this.#running !== null) {
      // what was finished after this round looked goes with the next one
      this.#again = true;
    }
    return this.#running ?? this.#start(false);
  }

  #start(refusedToo) {
    if (this.#stopped || !this.vault.isOpen) {
      return Promise.resolve();
    }
    this.#running = this.locks.request(LOCK, { ifAvailable: true }, lock => lock === null ? 'elsewhere' : this.#round(refusedToo))
      .catch(error => this.#troubled(error))
      .then(outcome => {
        this.#running = null;
        if (!this.#stopped) {
          this.pace.after(outcome);
          this.changed('sheets');
          this.#goOn(outcome);
        }
      });
    return this.#running;
  }

  #goOn(outcome) {
    const again = this.#again && outcome === 'known';
    this.#again = false;
    if (again) {
      this.wake();
    }
  }

  /** The storage refused, or the tablet was locked in the middle: what was not written down is sent again. */
  #troubled(error) {
    this.#says = error.message;
    return 'failed';
  }

  async #round(refusedToo) {
    this.#lastTriedAt = this.clock.now();
    const contact = await this.contact.touch();
    if (contact !== 'known') {
      this.#says = null;
      return contact;
    }
    const due = (await this.letters.all()).filter(letter => this.#isDue(letter, refusedToo));
    const sheets = [...new Set(due.map(letter => letter.sheet))];
    const outcomes = [];
    const worker = async () => {
      while (sheets.length > 0 && !outcomes.includes('offline') && !outcomes.includes('expired')) {
        outcomes.push(await this.#sendSheet(sheets.shift(), refusedToo));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (!outcomes.includes('offline') && !outcomes.includes('expired') && await this.contact.isConfirmationDue()) {
      await this.contact.touch(true);
    }
    return ['expired', 'offline', 'failed'].find(outcome => outcomes.includes(outcome)) ?? 'known';
  }

  /** What was refused waits for a hand, or for its person to be back where the talk was held. */
  #isDue({ held, away }, refusedToo) {
    const { place } = this.about;
    const isBack = away != null && place !== null && away.network === place.network && away.institution === place.institution;
    return held === null || held === 'refused' && (refusedToo || isBack);
  }

  async #sendSheet(sheet, refusedToo) {
    this.#sending.add(sheet);
    this.changed('sheets');
    try {
      for (const letter of await this.letters.of(sheet)) {
        if (!this.#isDue(letter, refusedToo)) {
          return 'known';
        }
        const outcome = await this.#send(letter);
        if (outcome !== 'received') {
          return outcome;
        }
      }
      return 'known';
    } finally {
      this.#sending.delete(sheet);
      this.changed('sheets');
    }
  }

  async #send(letter) {
    const written = await this.letters.open(letter);
    // written before the device knew its owner's place, it is of the place it is first sent from
    const value = { ...written, from: written.from ?? this.about.place };
    const fate = await this.fates.read(letter.sheet);
    // Written down before it is tried: from here on the server may have it, also what it refused the last time.
    const claimed = await this.database.write(['outbox'], async tx => {
      const found = await tx.get('outbox', letter.id);
      if (found === undefined) {
        return false;
      }
      tx.put('outbox', { ...found, attempts: found.attempts + 1, held: null, hold: null, away: null });
      return true;
    });
    if (!claimed) {
      return 'received';
    }
    const answer = letter.what === 'sheet'
      ? await this.sender.sheet(letter.sheet, value, fate)
      : await this.sender.signature(letter.sheet, value);
    return this.#become(letter, value, answer, fate);
  }

  async #become(letter, value, answer, fate) {
    switch (answer.what) {
      case 'received':
        await this.ledger.received(letter, value, answer, fate);
        return 'received';
      case 'expired':
        this.contact.expired();
        return 'expired';
      case 'again':
        this.#says = answer.says;
        this.pace.notBefore(answer.seconds);
        return answer.offline ? 'offline' : 'failed';
      default:
        if (isHeldElsewhere(answer.problem)) {
          // what the device heard of its owner is old
          this.contact.doubt();
        }
        return this.ledger.held(letter, value, answer);
    }
  }
}
