import { KeepProblem } from './problem.js';

const FREE_TRIES = 3;
const LONGEST_WAIT = 3600;
const SHORTEST_PIN = 6;

/** What the lock's record is called. */
export const LOCK = 'lock';

/**
 * Tries are counted on the disk before they are made, so that closing the page does not give new ones. After three the wait
 * doubles from five seconds to an hour. Nothing is ever wiped by wrong tries: a child at play must not cost an interview.
 */
export class Pin {
  constructor({ database, vault, clock, iterations }) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.iterations = iterations;
  }

  /** Whether there is one. */
  async isSet() {
    return (await this.database.get('about', LOCK)) !== undefined;
  }

  async setUp(pin) {
    refuseWeak(pin);
    if (await this.isSet()) {
      throw new KeepProblem('この端末には、もうPINがあります。', 'pin-set');
    }
    const lock = await this.vault.create(pin, this.iterations);
    await this.database.write(['about'], tx => tx.put('about', { id: LOCK, ...lock, tries: 0, waitUntil: 0 }));
  }

  /** @returns {Promise<true|{problem: string, waitSeconds: number}>} */
  async unlock(pin) {
    const lock = await this.database.write(['about'], async tx => {
      const found = await tx.get('about', LOCK);
      if (found !== undefined && this.#wait(found) === 0) {
        found.tries += 1;
        found.waitUntil = this.clock.now() + 1000 * waitAfter(found.tries);
        tx.put('about', found);
        return { ...found, tried: true };
      }
      if (found !== undefined && this.#untilThen(found) > this.#wait(found)) {
        // the clock was set back: the wait counts from now, or it would begin anew at every try until the old time has come
        found.waitUntil = this.clock.now() + 1000 * this.#wait(found);
        tx.put('about', found);
      }
      return found;
    });
    if (lock === undefined) {
      return { problem: 'この端末には、まだPINがありません。', waitSeconds: 0 };
    }
    if (!lock.tried) {
      return { problem: `PINの入力を続けて間違えました。${this.#wait(lock)}秒待ってください。`, waitSeconds: this.#wait(lock) };
    }
    if (await this.vault.open(lock, pin)) {
      await this.database.write(['about'], async tx => tx.put('about', { ...await tx.get('about', LOCK), tries: 0, waitUntil: 0 }));
      return true;
    }
    const waitSeconds = waitAfter(lock.tries);
    return {
      problem: waitSeconds === 0 ? 'PINが違います。' : `PINが違います。${waitSeconds}秒待ってから、もう一度入力してください。`,
      waitSeconds,
    };
  }

  /** Never longer than the wait itself, whatever was done to the tablet's clock. */
  #wait(lock) {
    return Math.max(0, Math.min(waitAfter(lock.tries), this.#untilThen(lock)));
  }

  #untilThen(lock) {
    return Math.ceil((lock.waitUntil - this.clock.now()) / 1000);
  }
}

function waitAfter(tries) {
  return tries < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, 5 * 2 ** (tries - FREE_TRIES));
}

function refuseWeak(pin) {
  if (pin.length < SHORTEST_PIN) {
    throw new KeepProblem(`PINは${SHORTEST_PIN}文字以上にしてください。数字だけでも、文字を混ぜてもかまいません。`, 'weak-pin');
  }
  if (new Set(pin).size < 3 || '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin)) {
    throw new KeepProblem('同じ数字の繰り返しや、続いた数字は使えません。', 'weak-pin');
  }
}
