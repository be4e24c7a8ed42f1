import { KeepProblem } from './problem.js';

/**
 * The data key and the PIN it is locked with. Everything about firms and people lies under a random AES-GCM key, which lies
 * wrapped under a key made of the PIN; opened, it is in this page's memory only and cannot be taken out of the browser.
 */
const AES = { name: 'AES-GCM', length: 256 };
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Vault {
  #key = null;

  get isOpen() {
    return this.#key !== null;
  }

  close() {
    this.#key = null;
  }

  /**
   * Makes a new data key.
   *
   * @returns {Promise<object>} the lock, to be kept in the clear
   */
  async create(pin, iterations) {
    const fresh = await crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);
    const lock = await lockOf(fresh, pin, iterations);
    await this.open(lock, pin);
    return lock;
  }

  /** @returns {Promise<boolean>} whether it was the right PIN */
  async open(lock, pin) {
    const wrapping = await keyOf(pin, lock.salt, lock.iterations, ['unwrapKey']);
    try {
      this.#key = await crypto.subtle.unwrapKey(
        'raw', lock.wrapped, wrapping, { name: 'AES-GCM', iv: lock.iv }, AES, false, ['encrypt', 'decrypt']);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * The same data key under another PIN.
   *
   * @returns {Promise<object>} the lock to be kept in the place of the old
   */
  async changed(lock, pin, next, iterations) {
    const old = await keyOf(pin, lock.salt, lock.iterations, ['unwrapKey']);
    const key = await crypto.subtle.unwrapKey(
      'raw', lock.wrapped, old, { name: 'AES-GCM', iv: lock.iv }, AES, true, ['encrypt', 'decrypt']);
    return lockOf(key, next, iterations);
  }

  /**
   * @param {string} place what the record is, so that none can be put in the place of another
   * @param {*} value anything JSON can say
   * @returns {Promise<{iv: Uint8Array, box: Uint8Array}>}
   */
  async seal(place, value) {
    return encrypt(this.#opened(), place, value);
  }

  /** @param {{iv: Uint8Array, box: Uint8Array}} record */
  async unseal(place, record) {
    return decrypt(this.#opened(), place, record);
  }

  #opened() {
    if (this.#key === null) {
      throw new KeepProblem('端末がロックされています。PINを入力してください。', 'locked');
    }
    return this.#key;
  }
}

/** The data key, wrapped anew under a PIN. */
async function lockOf(key, pin, iterations) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapping = await keyOf(pin, salt, iterations, ['wrapKey']);
  const wrapped = await crypto.subtle.wrapKey('raw', key, wrapping, { name: 'AES-GCM', iv });
  return { salt, iterations, iv, wrapped: new Uint8Array(wrapped) };
}

/** A key out of something a person remembers. Six hundred thousand rounds: OWASP's figure for PBKDF2 with SHA-256. */
export async function keyOf(secret, salt, iterations, uses) {
  const plain = await crypto.subtle.importKey('raw', encoder.encode(secret.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, plain, AES, false, uses);
}

export async function encrypt(key, place, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(place) }, key, encoder.encode(JSON.stringify(value)));
  return { iv, box: new Uint8Array(box) };
}

export async function decrypt(key, place, record) {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: record.iv, additionalData: encoder.encode(place) }, key, record.box);
  return JSON.parse(decoder.decode(plain));
}
