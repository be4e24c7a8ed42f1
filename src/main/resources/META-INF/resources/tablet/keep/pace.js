const SHORTEST = 2_000;
const LONGEST = 300_000;
const AT_REST = 60_000;

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

  /** The server asked for a pause. */
  notBefore(seconds) {
    this.#earliest = seconds === undefined ? 0 : this.clock.now() + Math.min(1000 * seconds, LONGEST);
  }

  /** @param {string} outcome of a round; there is always a next one */
  after(outcome) {
    const well = outcome === 'known' || outcome === 'elsewhere';
    this.isOffline = outcome === 'offline';
    this.#failures = well ? 0 : this.#failures + 1;
    const longest = Math.min(LONGEST, SHORTEST * 2 ** Math.min(this.#failures, 20));
    const pause = well ? AT_REST : longest * (0.5 + this.clock.random() / 2);
    const untilEarliest = Math.max(0, Math.min(LONGEST, this.#earliest - this.clock.now()));
    this.#plan(Math.max(pause, untilEarliest));
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
