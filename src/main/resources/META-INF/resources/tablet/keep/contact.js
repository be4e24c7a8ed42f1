import { KeepProblem } from './problem.js';

const FRESH = 240_000;
/** Address that asks for the log-in and then says that it may be closed. */
export const LOG_IN = '/interview/log-in';

/**
 * The device's word with the server: who is logged in, whether the device was revoked, which sheets the server has found
 * again. Tells when it was last here, which version it runs and how much it has not sent.
 */
export class Contact {
  #lastAt = -Infinity;
  #state = 'unknown';
  #otherPerson = null;
  #touching = null;
  #reached = true;
  /** What was answered in the place of who is logged in, the last time; null where nothing was amiss or nobody answered. */
  trouble = null;

  /** @param {{database, fates, sender, clock, about, version: string, changed, isSet: () => boolean, wipe: () => Promise<void>}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  get session() {
    return {
      known: this.#state === 'known', expired: this.#state === 'expired', foreign: this.#state === 'foreign', otherPerson: this.#otherPerson, reached: this.#reached,
      logInAddress: LOG_IN,
    };
  }

  expired() {
    this.#become('expired');
  }

  /** Asks again at the next opportunity, as after somebody may have logged in. */
  doubt() {
    this.#lastAt = -Infinity;
  }

  /**
   * @returns {Promise<'known'|'expired'|'offline'|'failed'|'other'|'foreign'|'revoked'>} foreign: the server of whoever is logged in
   *   does not know this device, which another network's person set up
   */
  async touch(now = false) {
    const age = this.clock.now() - this.#lastAt;
    if (!now && this.#state === 'known' && age >= 0 && age < FRESH) {
      return 'known';
    }
    this.#touching ??= this.#touch().then(answer => this.#heard(answer)).finally(() => {
      this.#touching = null;
    });
    return this.#touching;
  }

  /** A browser says it is on line where there is a network without a way out, as in many a valley. */
  #heard(answer) {
    const reached = answer !== 'offline';
    if (reached !== this.#reached) {
      this.#reached = reached;
      this.changed('session');
    }
    return answer;
  }

  async #touch() {
    const person = this.about.person;
    const unsent = await this.unsent();
    const answer = await this.sender.ask('PUT', `/api/v1/devices/${await this.about.deviceId()}`, {
      person: this.isSet() ? person?.userName ?? null : null, appVersion: this.version, unsent: unsent.count, oldestUnsentAt: unsent.oldest,
      received: await this.#unconfirmed(),
    });
    if (answer.loggedOut) {
      this.#become('expired');
      return 'expired';
    }
    if (answer.status === 404 && answer.json !== null) {
      if (this.isSet()) {
        this.#become('foreign');
        return 'foreign';
      }
      // somebody else looked at the app before, and left nothing on this tablet
      await this.about.renewDevice();
    }
    this.trouble = answer.failed || answer.status === 200 && answer.json !== null ? null
      : { heard: true, seconds: answer.retryAfter, says: answer.json?.detail ?? `サーバーが応えられません（${answer.status}）。` };
    if (answer.failed || answer.json === null || answer.status !== 200) {
      return answer.failed || answer.json === null ? 'offline' : 'failed';
    }
    return this.#told(answer.json);
  }

  async #told(told) {
    this.#lastAt = this.clock.now();
    if (told.revoked) {
      await this.wipe();
      return 'revoked';
    }
    this.#otherPerson = told.other ? told.person.displayName : null;
    if (told.other) {
      this.#become('other');
      return 'other';
    }
    await this.about.remember(told.person);
    await this.fates.confirm(told.confirmed ?? [], this.clock.iso());
    this.#become('known');
    return 'known';
  }

  #become(state) {
    const before = this.#state;
    this.#state = state;
    if (before !== state) {
      this.changed('session');
    }
  }

  /** Sheets whose receipt came and that the server has not been asked about since. */
  async #unconfirmed() {
    const records = await this.fates.records();
    return records.filter(record => record.confirmedAt === null).map(({ id, revision }) => ({ id, revision })).slice(0, 500);
  }

  async isConfirmationDue() {
    return (await this.#unconfirmed()).length > 0;
  }

  /** Interviews that are on this device only, drafts among them; known also while it is locked. */
  async unsent() {
    const sheets = await this.database.all('sheets');
    const waiting = new Set((await this.database.all('outbox')).map(letter => letter.sheet));
    const unsent = sheets.filter(sheet => sheet.state === 'draft' || waiting.has(sheet.id));
    const times = unsent.map(sheet => sheet.startedAt).sort();
    return { count: unsent.length, oldest: times[0] ?? null };
  }

  /** @throws {KeepProblem} where somebody else is logged in on this tablet */
  refuseOther() {
    if (this.#otherPerson !== null) {
      throw new KeepProblem(`いまは${this.#otherPerson}さんでログインしています。この端末の持ち主でログインし直してください。`, 'other');
    }
  }
}
