import { contentOf, sameContent } from './content.js';

const PATIENCE = 30_000;
const AGAIN = new Set([408, 425, 429]);

/**
 * Sends one letter and says what became of it. Knows HTTP, and nothing of storage.
 *
 * @typedef {{what: 'received', receipt?: string, etag?: string, revision?: number}
 *   | {what: 'again', seconds?: number, offline?: boolean, heard?: boolean, says: string} heard: somebody answered
 *   | {what: 'expired'}
 *   | {what: 'refused', problem: {status: number, title: string, detail: string, violations: object[]}}
 *   | {what: 'conflict', theirs: object, etag: string, receipt: string, revision: number}} Answer
 */
export class Sender {
  /** @param {{fetch: typeof fetch, clock}} parts */
  constructor({ fetch, clock }) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /** @returns {Promise<Answer>} */
  async sheet(id, { content, reason, from }, fate) {
    const path = `/api/v1/diagnoses/${id}`;
    const correction = fate !== null;
    // what was written before tablets knew says nothing
    const body = { ...content, ...(from ? { from } : {}), ...(correction ? { reason } : {}) };
    const answer = await this.ask('PUT', path, body, correction ? { 'If-Match': fate.etag } : {});
    if (isOtherContent(answer)) {
      return this.#bothSides(path, content, answer);
    }
    return this.#read(answer, view => view.id === id && typeof view.receipt === 'string');
  }

  /** @returns {Promise<Answer>} */
  async signature(id, { recipient, signature }) {
    const answer = await this.ask('PUT', `/api/v1/diagnoses/${id}/signatures/${recipient}`, signature);
    return this.#read(answer, view => view.recipient === recipient);
  }

  /** The server has another sheet under this id, or another revision: what it says, beside ours. */
  async #bothSides(path, content, first) {
    const answer = await this.ask('GET', path);
    if (answer.status !== 200) {
      const read = await this.#read(answer, () => false);
      return read.what === 'refused' ? this.#read(first, () => false) : read;
    }
    const view = answer.json;
    return sameContent(content, contentOf(view))
      ? received(view, answer.etag)
      : { what: 'conflict', theirs: contentOf(view), etag: answer.etag, receipt: view.receipt, revision: view.revision };
  }

  async #read(answer, isOurs) {
    if (answer.failed) {
      return { what: 'again', offline: true, says: answer.says };
    }
    if (answer.loggedOut) {
      return { what: 'expired' };
    }
    if (answer.status === 200 || answer.status === 201) {
      // Anything between may answer 200, a hotel's log-in page for one; a receipt only comes from the server.
      return answer.json !== null && isOurs(answer.json)
        ? received(answer.json, answer.etag)
        : { what: 'again', offline: true, heard: true, says: 'サーバーではないところから答えが返りました。通信の状態を確かめてください。' };
    }
    if (answer.status >= 500 || AGAIN.has(answer.status)) {
      return { what: 'again', heard: true, seconds: answer.retryAfter, says: answer.json?.detail ?? 'サーバーが応えられません。' };
    }
    return answer.json === null || typeof answer.json.type !== 'string'
      ? { what: 'again', offline: true, heard: true, says: `サーバーではないところから答え（${answer.status}）が返りました。` }
      : { what: 'refused', problem: problemOf(answer) };
  }

  /**
   * One request as any of this app's: with the log-in's cookie, no redirects, no cache, no longer than half a minute.
   *
   * @returns {Promise<{status: number, json: object|null, etag: string|null, loggedOut: boolean, failed: boolean}>}
   */
  async ask(method, path, body, headers = {}) {
    const stop = new AbortController();
    const timer = this.clock.later(PATIENCE, () => stop.abort());
    try {
      const response = await this.fetch(path, {
        method,
        body: body === undefined ? undefined : JSON.stringify(body),
        headers: {
          Accept: 'application/json, application/problem+json', 'X-Requested-With': 'JavaScript',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers,
        },
        credentials: 'same-origin', redirect: 'manual', cache: 'no-store', signal: stop.signal,
      });
      const loggedOut = response.type === 'opaqueredirect' || [401, 499].includes(response.status)
        || response.status >= 300 && response.status < 400 && response.status !== 304;
      return {
        failed: false, status: response.status, loggedOut, etag: response.headers.get('ETag'),
        retryAfter: secondsOf(response.headers.get('Retry-After'), this.clock.now()),
        json: loggedOut ? null : await jsonOf(response),
      };
    } catch {
      return { failed: true, status: 0, loggedOut: false, json: null, etag: null, says: '電波が届いていません。' };
    } finally {
      this.clock.cancel(timer);
    }
  }
}

async function jsonOf(response) {
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) {
    return null;
  }
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The server has something else under this id; any other no stands as it is said, a correction's too. */
function isOtherContent({ status, json }) {
  return status === 412 || status === 409 && json?.type?.endsWith(':diagnosis-differs') === true;
}

/** A number of seconds or a moment, as RFC 9110 has it; undefined where nothing is asked for. */
function secondsOf(header, now) {
  const seconds = Number(header) || (Date.parse(header) - now) / 1000;
  return seconds > 0 ? seconds : undefined;
}

function received(view, etag) {
  return { what: 'received', receipt: view.receipt, etag, revision: view.revision };
}

function problemOf(answer) {
  const { title, detail, violations, type } = answer.json;
  return { status: answer.status, type, title: title ?? '', detail: detail ?? '', violations: violations ?? [] };
}
