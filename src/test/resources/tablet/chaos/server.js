import { canonical, contentOf } from '/tablet/keep/content.js';

/**
 * The server as far as a tablet can tell, after InterviewRecorder: the first content under an id is recorded, the same again
 * changes nothing, other content is refused without If-Match; a correction needs the revision it corrects and a reason.
 */
export class Server {
  sheets = new Map();
  signatures = new Map();
  devices = new Set();
  isLoggedIn = true;
  /** Where the one who is logged in works. */
  place = { network: '02', institution: 'minato-cci' };
  /** @type {string|null} firm that is refused, as what a person typed may be */
  refused = null;

  /** @returns {{status: number, etag?: string, json: object}} */
  answer(method, path, headers, text) {
    if (!this.isLoggedIn) {
      return problem(401, 'not-logged-in');
    }
    const body = text === undefined ? undefined : JSON.parse(text);
    const [, kind, id, part, what] = path.match(/^\/api\/v1\/(\w+)\/([\w-]+)(?:\/(\w+)(?:\/([\w-]+))?)?$/) ?? [];
    if (kind === 'devices' && method === 'PUT') {
      return this.#heard(id, body);
    }
    if (kind === 'diagnoses' && method === 'PUT' && part === undefined && !this.#isHere(body.from)) {
      return problem(409, 'held-elsewhere');
    }
    if (kind === 'diagnoses' && part === 'signatures') {
      return this.#sign(id, what, canonical(body));
    }
    if (kind === 'diagnoses' && method === 'PUT') {
      return headers['If-Match'] === undefined ? this.#record(id, body) : this.#correct(id, body, Number(headers['If-Match'].replace(/\D/g, '')));
    }
    if (kind === 'diagnoses') {
      return this.sheets.has(id) ? this.#view(200, id) : problem(404, 'not-found');
    }
    return problem(404, 'not-found');
  }

  #isHere(from) {
    // other programs may leave it out
    return from === undefined || from.network === this.place.network && from.institution === this.place.institution;
  }

  #heard(id, body) {
    this.devices.add(id);
    const confirmed = body.received.filter(one => (this.sheets.get(one.id)?.length ?? 0) >= one.revision);
    return { status: 200, json: { revoked: false, other: false, person: { userName: 'minato-officer', ...this.place }, confirmed } };
  }

  #record(id, body) {
    const content = canonical(contentOf(body));
    const known = this.sheets.get(id);
    if (known !== undefined) {
      return known.includes(content) ? this.#view(200, id) : problem(409, 'diagnosis-differs');
    }
    if (body.enterprise?.name === undefined || body.enterprise.name === this.refused) {
      return problem(400, 'invalid-input');
    }
    this.sheets.set(id, [content]);
    return this.#view(201, id);
  }

  #correct(id, body, base) {
    const known = this.sheets.get(id);
    const content = canonical(contentOf(body));
    if (known === undefined) {
      return problem(404, 'not-found');
    }
    if (known.length === base + 1 && known.at(-1) === content) {
      return this.#view(200, id);
    }
    if (known.length !== base) {
      return problem(412, 'stale-revision');
    }
    if (!body.reason || body.enterprise?.name === this.refused) {
      return problem(400, 'invalid-input');
    }
    known.push(content);
    return this.#view(200, id);
  }

  #sign(id, recipient, content) {
    if (!this.sheets.has(id)) {
      return problem(404, 'not-found');
    }
    const known = this.signatures.get(`${id} ${recipient}`) ?? new Set();
    this.signatures.set(`${id} ${recipient}`, known.add(content));
    return { status: 200, json: { diagnosis: id, recipient } };
  }

  #view(status, id) {
    const revision = this.sheets.get(id).length;
    return {
      status, etag: `"${revision}"`,
      json: { id, revision, receipt: `R-${id.slice(0, 8)}`, status: 'recorded', ...JSON.parse(this.sheets.get(id).at(-1)) },
    };
  }
}

function problem(status, name) {
  return { status, json: { type: `urn:toritsugi:problem:${name}`, title: name, status, detail: name, violations: [] } };
}
