import { openDatabase, STORES } from './database.js';
import { clearOut } from './leaving.js';
import { partsOf } from './parts.js';

const DATABASE = 'toritsugi-interview';

/**
 * Opens what this tablet keeps. Being off line is no error; not being able to keep anything is.
 *
 * @param {object} [options] for tests: database, fetch, clock, locks, iterations, worker, listen
 * @returns {Promise<Device>}
 */
export async function openDevice(options = {}) {
  const device = new Device(options.database ?? await openDatabase(options.name ?? DATABASE), options);
  await device.begin();
  return device;
}

/** Everything the screens may ask of the tablet. Tells of changes by the event 'changed', whose detail says what. */
class Device extends EventTarget {
  #parts;

  constructor(database, options) {
    super();
    const tell = {
      changed: what => this.#changed(what),
      heard: what => this.#changed(what, false),
      here: () => this.#here(),
      isSet: () => this.#parts.isSet,
      lock: () => this.lock(),
      revoked: () => this.#wipe(true),
    };
    this.#parts = { ...partsOf(database, options, tell), isSet: false };
    ({ outbox: this.outbox, sheets: this.sheets, conflicts: this.conflicts, pack: this.pack, rescue: this.rescue,
      room: this.storage, worker: this.update } = this.#parts);
  }

  /** For {@link openDevice}. */
  async begin() {
    const { about, pin, signs } = this.#parts;
    await about.load();
    this.#parts.isSet = await pin.isSet();
    signs.begin();
    this.update.register();
    this.storage.look().catch(() => {});
    this.#here();
  }

  /** @returns {'new'|'locked'|'open'|'revoked'} */
  get state() {
    const { about, vault, isSet } = this.#parts;
    return about.isRevoked ? 'revoked' : !isSet ? 'new' : vault.isOpen ? 'open' : 'locked';
  }

  /** @returns {object|null} as the server knew them when there was last a signal */
  get person() {
    const { about, contact } = this.#parts;
    return about.person === null ? null : { ...about.person, sessionKnown: contact.session.known };
  }

  get session() {
    return this.#parts.contact.session;
  }

  get definitions() {
    return this.#parts.about.definitions;
  }

  async setUp(pin) {
    await this.#parts.pin.setUp(pin);
    this.#parts.isSet = true;
    this.#opened();
  }

  /** @returns {Promise<true|{problem: string, waitSeconds: number}>} */
  async unlock(pin) {
    const answer = await this.#parts.pin.unlock(pin);
    if (answer === true) {
      this.#opened();
    }
    return answer;
  }

  /** @returns {string|null} what is wrong with the PIN in use: it works, and should be changed */
  get pinAdvice() {
    return this.#parts.pin.advice;
  }

  /**
   * @returns {Promise<true|{problem: string, waitSeconds: number}>}
   * @throws {KeepProblem} for a weak one
   */
  async changePin(pin, next) {
    const answer = await this.#parts.pin.change(pin, next);
    if (answer === true) {
      this.#changed('pin');
    }
    return answer;
  }

  /** What is being saved is still saved; then nothing can be read until the PIN is given. */
  async lock() {
    await this.sheets.settled();
    this.#parts.rest.end();
    this.#parts.vault.close();
    this.sheets.forget();
    this.#changed('state');
  }

  /** Fetches all that an interview needs without a signal. @returns {Promise<boolean>} whether it is all there */
  async prepare() {
    await this.#parts.contact.touch(true);
    return this.#parts.preparation.prepare();
  }

  /**
   * Leaves the log-in. With interviews that are on this device only, it refuses until somebody says what is to become of them.
   *
   * @param {{keep?: boolean, discard?: boolean}} [choice] keep: they stay here, locked. discard: they are gone for good
   * @returns {Promise<{done: true, address: string}|{unsent: number, says: string}>} where to go to end the session
   */
  async logOut({ keep = false, discard = false } = {}) {
    if (!discard && navigator.onLine !== false) {
      await this.outbox.sendNow();
    }
    const { count } = await this.#parts.contact.unsent();
    if (count > 0 && !keep && !discard) {
      return {
        unsent: count,
        says: `まだ送っていない診断票が${count}件、この端末にだけあります。端末に残してログアウトすると、次に同じPINで開いたときに続けられます。消してログアウトすると、二度と戻りません。`,
      };
    }
    if (keep) {
      await this.lock();
    } else {
      await this.#wipe();
    }
    return { done: true, address: '/logout' };
  }

  /** Throws everything on this device away, as when the PIN is forgotten. The server keeps what it has received. */
  async forget() {
    await this.#wipe();
  }

  /** Ends all that goes on in the background; for tests. */
  close() {
    const { signs, rest, database } = this.#parts;
    this.outbox.stop();
    signs.end();
    rest.end();
    database.close();
  }

  #opened() {
    this.#parts.rest.begin();
    this.#changed('state');
    clearOut(this.#parts).catch(() => {});
    this.#here();
  }

  /** A sign that somebody is here or that there may be a signal: everything that waits for one is tried. */
  async #here() {
    const { contact, preparation, rest, vault } = this.#parts;
    if (vault.isOpen) {
      rest.look();
    }
    if (!contact.session.known) {
      contact.doubt();
    }
    if (this.state === 'revoked') {
      return;
    }
    if (vault.isOpen) {
      await this.outbox.wake();
    } else {
      await contact.touch().catch(() => {});
    }
    if (contact.session.known) {
      await preparation.prepareNowAndThen().catch(() => {});
    }
  }

  async #wipe(revoked = false) {
    const { database, vault, about, rest } = this.#parts;
    vault.close();
    this.sheets.forget();
    rest.end();
    await database.write(STORES, async tx => {
      STORES.forEach(store => tx.clear(store));
      if (revoked) {
        tx.put('about', { ...about.device, revoked: true });
      }
    });
    await about.load();
    this.#parts.isSet = false;
    this.#changed('state');
  }

  #changed(what, toOthers = true) {
    this.dispatchEvent(new CustomEvent('changed', { detail: { what } }));
    if (toOthers) {
      this.#parts?.signs.tell(what);
    }
  }
}
