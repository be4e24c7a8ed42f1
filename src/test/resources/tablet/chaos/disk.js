import { begin, end, tick } from './busy.js';

/**
 * A double of the device's database, faithful where it matters: transactions come one after the other and are all or
 * nothing; a page that is killed leaves those it had finished, and of one it was just committing nobody knows; when the
 * disk is full, nothing of a transaction stays. What is read is a copy.
 */
export class Disk {
  #stores = new Map();
  #turn = Promise.resolve();
  isFull = false;

  constructor(chance) {
    this.chance = chance;
  }

  #store(name) {
    if (!this.#stores.has(name)) {
      this.#stores.set(name, new Map());
    }
    return this.#stores.get(name);
  }

  /** As seen by one life of the page. */
  open(life) {
    return {
      get: async (store, id) => this.#alive(life, () => structuredClone(this.#store(store).get(id))),
      all: async store => this.#alive(life, () => [...this.#store(store).values()].map(record => structuredClone(record))),
      write: (stores, work) => this.#write(life, work),
      close: () => {},
      destroy: async () => this.#stores.clear(),
    };
  }

  async #alive(life, read) {
    begin();
    await tick();
    end();
    return life.isOver ? new Promise(() => {}) : read();
  }

  #write(life, work) {
    begin();
    const written = this.#turn.then(() => this.#transaction(life, work));
    this.#turn = written.catch(() => {}).then(() => end());
    return written.then(result => (life.isOver ? new Promise(() => {}) : result),
      error => (life.isOver ? new Promise(() => {}) : Promise.reject(error)));
  }

  async #transaction(life, work) {
    if (life.isOver) {
      return undefined;
    }
    const changes = [];
    const seen = name => {
      const view = new Map(this.#store(name));
      changes.filter(change => change.store === name).forEach(change => change.apply(view));
      return view;
    };
    const result = await work({
      get: async (store, id) => structuredClone(seen(store).get(id)),
      all: async store => [...seen(store).values()].map(record => structuredClone(record)),
      put: (store, record) => {
        const copy = structuredClone(record);
        changes.push({ store, apply: view => view.set(copy.id, copy) });
      },
      delete: (store, id) => changes.push({ store, apply: view => view.delete(id) }),
      clear: store => changes.push({ store, apply: view => view.clear() }),
    });
    await tick();
    if (this.isFull && changes.length > 0 && this.chance.happens(0.7)) {
      throw new DOMException('full', 'QuotaExceededError');
    }
    if (!life.isOver || this.chance.happens(0.5)) {
      changes.forEach(change => change.apply(this.#store(change.store)));
    }
    return result;
  }
}
