import { deleteDB, openDB } from '/webjars/idb/build/index.js';

/**
 * The device's own database. What is asked of it is little, so that a test can put a double in its place: single records by
 * id, whole stores, and transactions that are done only once they lie on the disk (durability strict).
 *
 * about: PIN lock, device, person, definitions. sheets, practice: what is being typed. outbox: what has still to be sent.
 * fates: what the server said to what was sent. pack: earlier sheets taken along.
 */
export const STORES = ['about', 'sheets', 'practice', 'outbox', 'fates', 'pack'];

/** @param {string} name */
export async function openDatabase(name) {
  const idb = await openDB(name, 1, {
    upgrade(made) {
      STORES.forEach(store => made.createObjectStore(store, { keyPath: 'id' }));
    },
    blocking() {
      idb.close();
    },
  });
  return {
    /** @returns {Promise<object|undefined>} */
    get: (store, id) => idb.get(store, id),
    /** @returns {Promise<object[]>} */
    all: store => idb.getAll(store),
    /**
     * Runs `work` in one transaction. Within it nothing else may be awaited than the transaction's own `get` and `all`.
     *
     * @returns {Promise<*>} what `work` returned, once it is on the disk; rejected when nothing of it is
     */
    async write(stores, work) {
      const transaction = idb.transaction(stores, 'readwrite', { durability: 'strict' });
      const done = transaction.done;
      done.catch(() => {});
      try {
        const result = await work({
          get: (store, id) => transaction.objectStore(store).get(id),
          all: store => transaction.objectStore(store).getAll(),
          put: (store, record) => {
            transaction.objectStore(store).put(record).catch(() => {});
          },
          delete: (store, id) => {
            transaction.objectStore(store).delete(id).catch(() => {});
          },
          clear: store => {
            transaction.objectStore(store).clear().catch(() => {});
          },
        });
        await done;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // it had ended by itself
        }
        throw transaction.error ?? error;
      }
    },
    close: () => idb.close(),
    async destroy() {
      idb.close();
      await deleteDB(name);
    },
  };
}
