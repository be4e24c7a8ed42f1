import { KeepProblem } from './problem.js';
import { pinProblem } from './strength.js';

const FREE_TRIES = 3;
const LONGEST_WAIT = 3600;

/** What the lock's record is called. */
export const LOCK = 'lock';

/**
 * Tries are counted on the disk before they are made, so that closing the page does not give new ones. After three the wait
 * doubles from five seconds to an hour. Nothing is ever wiped by wrong tries: a child at play must not cost an interview.
 */
export class Pin {
  /** What is wrong with the PIN that opened this tablet, one from before there were these rules; it works on. */
  advice = null;

  constructor({ database, vault, clock, iterations, about }) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.iterations = iterations;
    this.about = about;
  }

  /** Whether there is one. */
  async isSet() {
    return (await this.database.get('about', LOCK)) !== undefined;
  }

  async setUp(pin) {
    this.#refuseWeak(pin);
    if (await this.isSet()) {
      throw new KeepProblem('この端末には、もうPINがあります。', 'pin-set');
    }
    const lock = await this.vault.create(pin, this.iterations);
    await this.database.write(['about'], tx => tx.put('about', { id: LOCK, ...lock, tries: 0, waitUntil: 0 }));
  }

  /**
   * Another PIN for the same key: nothing that is kept is touched. A wrong one counts as a try like any other.
   *
   * @returns {Promise<true|{problem: string, waitSeconds: number}>}
   */
  async change(pin, next) {
    this.#refuseWeak(next);
    if (next === pin) {
      throw new KeepProblem('いまと違う暗証番号（PIN）にしてください。', 'weak-pin');
    }
    const answer = await this.unlock(pin);
    if (answer !== true) {
      return answer;
    }
    const lock = await this.vault.changed(await this.database.get('about', LOCK), pin, next, this.iterations);
    await this.database.write(['about'], tx => tx.put('about', { id: LOCK, ...lock, tries: 0, waitUntil: 0 }));
    this.advice = null;
    return true;
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
      this.advice = this.#problem(pin);
      return true;
    }
    const waitSeconds = waitAfter(lock.tries);
    return {
      problem: waitSeconds === 0 ? 'PINが違います。' : `PINが違います。${waitSeconds}秒待ってから、もう一度入力してください。`,
      waitSeconds,
    };
  }

  #problem(pin) {
    return pinProblem(pin, this.about.person?.userName ?? null);
  }

  #refuseWeak(pin) {
    const problem = this.#problem(pin);
    if (problem !== null) {
      throw new KeepProblem(problem, 'weak-pin');
    }
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
