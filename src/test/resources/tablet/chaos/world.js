import { openDevice } from '/tablet/keep/device.js';
import { settle } from './busy.js';
import { Disk } from './disk.js';
import { Chance } from './random.js';
import { Server } from './server.js';

const PIN = '135792';

/** A tablet, a server and what lies between, in pretended time, by one seed. */
export class World {
  #time = Date.UTC(2026, 10, 25);
  #timers = [];
  #order = 0;
  #held = new Map();
  skew = 0;
  isOnline = true;
  trouble = 0;
  life = null;
  lives = [];

  constructor(seed) {
    this.chance = new Chance(seed);
    this.disk = new Disk(this.chance);
    this.server = new Server();
  }

  /** Opens the page, as after a kill; the person gives the PIN. */
  async open() {
    this.life = this.#born();
    this.device = this.life.device = await openDevice(this.#surroundings(this.life));
    await settle();
    if (this.device.state === 'new') {
      await this.device.setUp(PIN);
    }
    await this.#unlock();
    await settle();
  }

  /** As often as the disk does not take it, but whoever has waited as long as they were told is let in. */
  async #unlock() {
    let hasWaited = false;
    while (this.device.state === 'locked') {
      const answer = await this.device.unlock(PIN).catch(() => null);
      if (answer === true) {
        return;
      }
      if (answer !== null && hasWaited) {
        throw new Error(`kept waiting for the lock: ${answer.waitSeconds} s again`);
      }
      hasWaited = answer !== null;
      await this.pass(1000 * (answer?.waitSeconds ?? 1) + 1000);
    }
  }

  /** Another window of the same tablet, which nobody types in: it only sends. */
  async openAnother() {
    const life = this.#born();
    life.device = await openDevice(this.#surroundings(life));
    await life.device.unlock(PIN).catch(() => false);
    await settle();
  }

  /** From one moment to the next nothing of the page's windows is left. */
  kill() {
    this.lives.forEach(life => {
      life.isOver = true;
    });
    this.lives = [];
    this.#timers = this.#timers.filter(timer => timer.life === null);
    this.#held.clear();
  }

  #born() {
    const life = { isOver: false };
    this.lives.push(life);
    return life;
  }

  #surroundings(life) {
    return {
      database: this.disk.open(life), iterations: 1, worker: false, listen: false,
      fetch: (path, init) => this.#fetch(life, path, init),
      clock: {
        now: () => this.#time + this.skew,
        iso: () => new Date(this.#time + this.skew).toISOString(),
        later: (pause, work) => this.later(pause, work, life),
        cancel: id => {
          this.#timers = this.#timers.filter(timer => timer.id !== id);
        },
        random: () => this.chance.next(),
      },
      locks: { request: (name, options, work) => this.#lock(life, name, work) },
    };
  }

  async #lock(life, name, work) {
    if (this.#held.has(name)) {
      return work(null);
    }
    this.#held.set(name, life);
    try {
      return await work({ name });
    } finally {
      if (this.#held.get(name) === life) {
        this.#held.delete(name);
      }
    }
  }

  later(pause, work, life = null) {
    this.#order += 1;
    this.#timers.push({ id: this.#order, at: this.#time + Math.max(0, pause), work, life });
    return this.#order;
  }

  /** Lets time go by, with everything that happens in it. */
  async pass(milliseconds) {
    const until = this.#time + milliseconds;
    await settle();
    for (;;) {
      const due = this.#timers.filter(timer => timer.at <= until).sort((a, b) => a.at - b.at || a.id - b.id)[0];
      if (due === undefined) {
        break;
      }
      this.#timers = this.#timers.filter(timer => timer !== due);
      this.#time = Math.max(this.#time, due.at);
      due.work();
      await settle();
    }
    this.#time = until;
  }

  /** A request may get lost, arrive twice, be answered by somebody else, or its answer may get lost after the work was done. */
  #fetch(life, path, { method, headers, body, signal }) {
    return new Promise((resolve, reject) => {
      const alive = then => () => life.isOver || then();
      const fail = alive(() => reject(new TypeError('failed')));
      signal.addEventListener('abort', fail);
      const pause = 20 + this.chance.below(1500);
      if (!this.isOnline) {
        this.later(pause, fail, life);
        return;
      }
      const serve = () => this.server.answer(method, path, headers, body);
      const reply = answer => this.later(pause, alive(() => resolve(responseOf(answer))), life);
      const fate = this.chance.happens(this.trouble) ? this.chance.of(FATES) : 'well';
      FATE[fate]({ world: this, serve, reply, fail: () => this.later(pause, fail, life) });
    });
  }
}

const ELSEWHERE = { status: 200, type: 'text/html', json: null };
const FATE = {
  well: ({ world, serve, reply }) => world.later(world.chance.below(300), () => reply(serve())),
  lost: ({ fail }) => fail(),
  answerLost: ({ serve, fail }) => {
    serve();
    fail();
  },
  hangs: ({ world, serve }) => world.later(world.chance.below(60_000), serve),
  twice: ({ world, serve, reply }) => {
    reply(serve());
    world.later(world.chance.below(7_200_000), serve);
  },
  fault: ({ reply }) => reply({ status: 500, json: { type: 'urn:toritsugi:problem:fault', detail: 'x' } }),
  faultAfterwards: ({ serve, reply }) => {
    serve();
    reply({ status: 502, type: 'text/html', json: null });
  },
  busy: ({ reply }) => reply({ status: 429, json: { type: 'urn:toritsugi:problem:too-many-requests', detail: 'x' }, retryAfter: 20 }),
  captive: ({ reply }) => reply(ELSEWHERE),
  captiveForbids: ({ reply }) => reply({ ...ELSEWHERE, status: 403 }),
};
const FATES = Object.keys(FATE).filter(fate => fate !== 'well');

function responseOf({ status, type = 'application/json', json, etag, retryAfter }) {
  const headers = new Map([['Content-Type', type], ['ETag', etag ?? null], ['Retry-After', retryAfter ?? null]]);
  return {
    status, type: 'basic', headers: { get: name => headers.get(name) ?? null },
    text: async () => (json === null ? '<html>' : JSON.stringify(json)),
  };
}
