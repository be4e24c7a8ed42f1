const OFTEN_ENOUGH = 600_000;

/** Fetches what an interview needs without a signal: questionnaire, rules, wordings, places, desks, settings. */
export class Preparation {
  #etag = null;
  #lastAt = -Infinity;

  /** @param {{sender, about, contact, pack, vault, clock}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** As {@link prepare}, but not more often than every ten minutes. */
  async prepareNowAndThen() {
    const age = this.clock.now() - this.#lastAt;
    return age >= 0 && age < OFTEN_ENOUGH && this.about.definitions !== null ? true : this.prepare();
  }

  /** @returns {Promise<boolean>} whether the device has all it needs now */
  async prepare() {
    const headers = this.#etag !== null && this.about.definitions !== null ? { 'If-None-Match': this.#etag } : {};
    const answer = await this.sender.ask('GET', '/api/v1/interview/preparation', undefined, headers);
    if (answer.loggedOut) {
      this.contact.expired();
    } else if (answer.status === 200 && answer.json?.questionnaire !== undefined) {
      this.#etag = answer.etag;
      this.#lastAt = this.clock.now();
      if (answer.json.checksum !== this.about.definitions?.checksum) {
        await this.about.rememberDefinitions(answer.json);
      }
    }
    if (this.vault.isOpen && this.contact.session.known) {
      await this.pack.refresh().catch(() => {});
    }
    return this.about.definitions !== null;
  }
}
