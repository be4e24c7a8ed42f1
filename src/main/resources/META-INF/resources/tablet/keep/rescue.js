import { decrypt, encrypt, keyOf } from './vault.js';
import { KeepProblem } from './problem.js';
import { passphraseProblem } from './strength.js';

const FORMAT = 'toritsugi-rescue/1';
/** More than this no file of ours asks for: a made one is not to keep the tablet busy for hours. */
const MOST_ITERATIONS = 10_000_000;

/**
 * The rescue file: every interview that is on this device only, under a passphrase, to be read in on another tablet when
 * this one cannot send any more. Reading it twice, or sending from both, does no harm: the ids and bytes are the same.
 */
export class Rescue {
  /** @param {{interviews, letters, fates, database, clock, outbox, iterations, about, changed}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /**
   * @returns {Promise<Blob>}
   * @throws {KeepProblem} for a passphrase that somebody who has the file could guess
   */
  async save(passphrase) {
    const problem = passphraseProblem(passphrase);
    if (problem !== null) {
      throw new KeepProblem(problem, 'weak-passphrase');
    }
    const saved = await this.#unsent();
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await keyOf(passphrase, salt, this.iterations, ['encrypt']);
    const { iv, box } = await encrypt(key, FORMAT, saved);
    const file = { format: FORMAT, salt: text(salt), iterations: this.iterations, iv: text(iv), box: text(box) };
    return new Blob([JSON.stringify(file)], { type: 'application/json' });
  }

  async #unsent() {
    await this.interviews.settled();
    const saved = [];
    for (const record of await this.interviews.records()) {
      const letters = await this.letters.of(record.id);
      if (record.state === 'draft' || letters.length > 0) {
        saved.push({
          record: plain(record),
          sheet: await this.interviews.open(record),
          fate: await this.fates.read(record.id),
          fateRecord: plain(await this.fates.record(record.id)),
          letters: await Promise.all(letters.map(async letter => ({ letter: plain(letter), value: await this.letters.open(letter) }))),
        });
      }
    }
    return saved;
  }

  /**
   * @param {Blob} file
   * @returns {Promise<{restored: number, already: number}>}
   */
  async read(file, passphrase) {
    const saved = await this.#opened(file, passphrase);
    let restored = 0;
    for (const one of saved) {
      if (await this.#restore(one)) {
        restored += 1;
      }
    }
    this.changed('sheets');
    this.outbox.wake();
    return { restored, already: saved.length - restored };
  }

  async #opened(file, passphrase) {
    try {
      const { format, salt, iterations, iv, box } = JSON.parse(await file.text());
      if (format !== FORMAT || !(iterations <= MOST_ITERATIONS)) {
        throw new KeepProblem('退避ファイルではありません。', 'format');
      }
      const key = await keyOf(passphrase, bytes(salt), iterations, ['decrypt']);
      return await decrypt(key, FORMAT, { iv: bytes(iv), box: bytes(box) });
    } catch (error) {
      throw error instanceof KeepProblem ? error : new KeepProblem('退避ファイルを開けません。合い言葉とファイルを確かめてください。', 'passphrase');
    }
  }

  async #restore({ record, sheet, fate, fateRecord, letters }) {
    const sealedSheet = await this.interviews.sealed(sheet);
    const sealedFate = fate === null ? null : await this.fates.sealed(record.id, fateRecord.revision, fateRecord.receivedAt, fate);
    const sealedLetters = await Promise.all(letters.map(async ({ letter, value }) => ({
      ...letter, held: letter.held === 'conflict' ? null : letter.held, hold: null, trouble: null,
      ...await this.letters.seal(letter.id, value),
    })));
    return this.database.write(['sheets', 'fates', 'outbox'], async tx => {
      if (await tx.get('sheets', record.id) !== undefined) {
        return false;
      }
      tx.put('sheets', { ...record, ...sealedSheet });
      if (sealedFate !== null) {
        tx.put('fates', sealedFate);
      }
      // what was refused is asked about again: perhaps the reason lay with the other tablet
      sealedLetters.forEach(letter => tx.put('outbox', { ...letter, held: null }));
      return true;
    });
  }
}

/** A record without what is sealed in it. */
function plain(record) {
  if (record === undefined) {
    return null;
  }
  const { iv, box, hold, trouble, ...rest } = record;
  return rest;
}

function text(array) {
  let binary = '';
  for (let from = 0; from < array.length; from += 8192) {
    binary += String.fromCharCode(...array.subarray(from, from + 8192));
  }
  return btoa(binary);
}

function bytes(base64) {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
