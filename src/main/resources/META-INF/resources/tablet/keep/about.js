/**
 * What is kept in the clear: which device this is, whose it is, and the definitions, which are no secret. The name of the
 * officer stands on the lock, as on the back of the tablet.
 */
export class About {
  constructor({ database, changed }) {
    this.database = database;
    this.changed = changed;
    this.person = null;
    this.definitions = null;
    this.device = null;
  }

  async load() {
    const [device, person, definitions] = await Promise.all(
      ['device', 'person', 'definitions'].map(id => this.database.get('about', id)));
    this.device = device ?? null;
    this.person = person?.value ?? null;
    this.definitions = definitions?.value ?? null;
  }

  /** @returns {{network: string, institution: string}|null} for whom its owner is at work, as last heard */
  get place() {
    const { network, institution } = this.person ?? {};
    return network && institution ? { network, institution } : null;
  }

  /** The device's own id, made when it is first needed. */
  async deviceId() {
    if (this.device === null) {
      this.device = await this.database.write(['about'], async tx => {
        const found = await tx.get('about', 'device');
        const device = found ?? { id: 'device', uuid: crypto.randomUUID(), revoked: false };
        tx.put('about', device);
        return device;
      });
    }
    return this.device.uuid;
  }

  /** Another id from now on. */
  async renewDevice() {
    const device = { id: 'device', uuid: crypto.randomUUID(), revoked: false };
    await this.database.write(['about'], async tx => tx.put('about', device));
    this.device = device;
  }

  get isRevoked() {
    return this.device?.revoked === true;
  }

  /** @param {object} person as the server knows the one who is logged in */
  async remember(person) {
    if (JSON.stringify(person) !== JSON.stringify(this.person)) {
      await this.database.write(['about'], async tx => tx.put('about', { id: 'person', value: person }));
      this.person = person;
      this.changed('session');
    }
  }

  async rememberDefinitions(definitions) {
    await this.database.write(['about'], async tx => tx.put('about', { id: 'definitions', value: definitions }));
    this.definitions = definitions;
    this.changed('pack');
  }

  /** A setting the server serves, or what holds until it was first heard. */
  setting(name, otherwise) {
    return this.definitions?.settings?.[name] ?? otherwise;
  }
}
