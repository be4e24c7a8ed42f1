const SHORTEST = 2_000;
const LONGEST = 300_000;
const AT_REST = 60_000;
/** A server that asks for more than an hour is asked again sooner. */
const LONGEST_ASKED = 3_600_000;

/** When the outbox tries again: growing pauses with chance in them, so that a hundred tablets do not come back at once. */
export class Pace {
  #failures = 0;
  #timer = null;
  #nextAt = null;
  #earliest = 0;

  constructor(clock, wake) {
    this.clock = clock;
    this.wake = wake;
    this.isOffline = false;
    this.stopped = false;
  }

  stop() {
    this.stopped = true;
    this.clock.cancel(this.#timer);
  }

  nextAt() {
    return this.#nextAt;
  }

  /** The server asked for a pause; of several the longest holds. @param {number|undefined} seconds */
  notBefore(seconds) {
    if (seconds !== undefined) {
      this.#earliest = Math.max(this.#untilEarliest() > 0 ? this.#earliest : 0, this.clock.now() + Math.min(1000 * seconds, LONGEST_ASKED));
    }
  }

  /** Whether the pause the server asked for still lasts: no sign of a signal shortens it, only a person does. */
  get mustWait() {
    return this.#untilEarliest() > 0;
  }

  /** Nothing is left of it where the clock was set. */
  #untilEarliest() {
    const left = this.#earliest - this.clock.now();
    return left > LONGEST_ASKED ? 0 : Math.max(0, left);
  }

  /** @param {string} outcome of a round; there is always a next one */
  after(outcome) {
    const well = outcome === 'known' || outcome === 'elsewhere';
    this.isOffline = outcome === 'offline';
    this.#failures = well ? 0 : this.#failures + 1;
    const longest = Math.min(LONGEST, SHORTEST * 2 ** Math.min(this.#failures, 20));
    const pause = well ? AT_REST : longest * (0.5 + this.clock.random() / 2);
    // a little later than asked for, and not all tablets at once
    const asked = this.#untilEarliest() * (1 + this.clock.random() / 5);
    this.#plan(Math.max(pause, asked > 0 ? asked + 1 : 0));
  }

  #plan(pause) {
    if (this.stopped) {
      return;
    }
    this.clock.cancel(this.#timer);
    this.#nextAt = this.clock.now() + pause;
    this.#timer = this.clock.later(pause, this.wake);
  }
}
