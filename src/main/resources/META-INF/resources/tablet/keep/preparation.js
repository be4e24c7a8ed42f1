/** Fetches what an interview needs without a signal: questionnaire, rules, wordings, places, desks, settings. */
export class Preparation {
  #etag = null;

  /** @param {{sender, about, contact, pack, vault}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** @returns {Promise<boolean>} whether the device has all it needs now */
  async prepare() {
    const headers = this.#etag !== null && this.about.definitions !== null ? { 'If-None-Match': this.#etag } : {};
    const answer = await this.sender.ask('GET', '/api/v1/interview/preparation', undefined, headers);
    if (answer.loggedOut) {
      this.contact.expired();
    } else if (answer.status === 200 && answer.json?.questionnaire !== undefined) {
      this.#etag = answer.etag;
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
