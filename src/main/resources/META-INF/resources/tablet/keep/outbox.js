import { Ledger } from './ledger.js';
import { Pace } from './pace.js';
import { HELD_ELSEWHERE, isHeldElsewhere, storageProblem } from './problem.js';
import { isStuck, onceMore } from './trouble.js';

const AT_ONCE = 6;
const LOCK = 'toritsugi-outbox';
/** What one letter meets that the others would meet as well. */
const ENDS_THE_ROUND = ['expired', 'offline', 'asked-to-wait'];

/**
 * Sends what is finished, for ever: with growing pauses, on every sign of a signal, one window at a time, each sheet's
 * letters in their order, several sheets beside each other. A letter is gone only when the server has given its receipt.
 */
export class Outbox {
  #running = null;
  #sending = new Set();
  #lastTriedAt = null;
  #says = null;
  /** Of rounds that came to no letter at all. */
  #trouble = null;
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

  /**
   * @returns {Promise<{waiting: number, sending: number, failed: number, stuck: number, lastTriedAt, nextTryAt,
   *     online: boolean, says, trouble: string|null}>} stuck: sheets that came back too often; trouble: why none could even
   *     be tried, after as many attempts
   */
  async status() {
    const letters = await this.letters.all();
    const sheets = test => new Set(letters.filter(test).map(letter => letter.sheet)).size;
    return {
      waiting: sheets(letter => letter.held === null),
      sending: this.#sending.size,
      failed: sheets(letter => letter.held !== null),
      stuck: sheets(letter => isStuck(letter.trouble, this.clock.now())),
      lastTriedAt: this.#lastTriedAt,
      nextTryAt: this.pace.nextAt(),
      online: !this.pace.isOffline,
      says: this.#says,
      trouble: isStuck(this.#trouble, this.clock.now()) ? this.#trouble.says : null,
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
    return this.#running ?? (this.pace.mustWait ? Promise.resolve() : this.#start(false));
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
    this.#cameToNothing({ says: storageProblem(error).message });
    return 'failed';
  }

  #cameToNothing({ says, seconds }) {
    this.#says = says;
    this.pace.notBefore(seconds);
    this.#trouble = { ...onceMore(this.#trouble, seconds !== undefined, this.clock.iso()), says };
  }

  async #round(refusedToo) {
    this.#lastTriedAt = this.clock.now();
    const contact = await this.contact.touch();
    if (contact !== 'known') {
      this.#says = null;
      if (this.contact.trouble !== null && contact !== 'expired') {
        this.#cameToNothing(this.contact.trouble);
      }
      return contact;
    }
    const due = (await this.letters.all())
      .filter(letter => letter.held === null || refusedToo && letter.held === 'refused' || this.#isBack(letter));
    const sheets = [...new Set(due.map(letter => letter.sheet))];
    const outcomes = [];
    const worker = async () => {
      while (sheets.length > 0 && !outcomes.some(outcome => ENDS_THE_ROUND.includes(outcome))) {
        outcomes.push(await this.#sendSheet(sheets.shift(), refusedToo));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    this.#trouble = null;
    if (!outcomes.some(outcome => ENDS_THE_ROUND.includes(outcome)) && await this.contact.isConfirmationDue()) {
      await this.contact.touch(true);
    }
    return [...ENDS_THE_ROUND, 'failed'].find(outcome => outcomes.includes(outcome)) ?? 'known';
  }

  /** Refused because its person was at work elsewhere, who is back by now where the talk was held. */
  #isBack({ held, away }) {
    return held === 'refused' && away != null && this.#isHere(away);
  }

  #isHere({ network, institution }) {
    const { place } = this.about;
    return place?.network === network && place.institution === institution;
  }

  async #sendSheet(sheet, refusedToo) {
    this.#sending.add(sheet);
    this.changed('sheets');
    try {
      for (const letter of await this.letters.of(sheet)) {
        if (letter.held !== null && !(refusedToo && letter.held === 'refused') && !this.#isBack(letter)) {
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
      // elsewhere the server would not know the sheet; that it is found again at home, it cannot know either
      : value.from === null || this.#isHere(value.from) ? await this.sender.signature(letter.sheet, value)
        : { what: 'refused', problem: HELD_ELSEWHERE };
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
        if (answer.heard) {
          await this.ledger.troubled(letter, answer);
        }
        return answer.offline ? 'offline' : answer.seconds === undefined ? 'failed' : 'asked-to-wait';
      default:
        if (isHeldElsewhere(answer.problem)) {
          // what the device heard of its owner is old
          this.contact.doubt();
        }
        return this.ledger.held(letter, value, answer);
    }
  }
}
