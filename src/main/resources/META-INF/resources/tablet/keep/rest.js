const TOUCHES = ['pointerdown', 'keydown', 'input'];

/** Locks the device after so many minutes in which nobody touched it, and sees that also when it was asleep meanwhile. */
export class Rest {
  #timer = null;
  #lastTouch = 0;

  /** @param {{clock, isWanted: boolean, minutes: () => number, lock: () => void}} parts */
  constructor(parts) {
    Object.assign(this, parts);
    this.touched = this.touched.bind(this);
  }

  begin() {
    if (this.isWanted) {
      TOUCHES.forEach(event => addEventListener(event, this.touched, { passive: true, capture: true }));
    }
    this.touched();
  }

  end() {
    TOUCHES.forEach(event => removeEventListener(event, this.touched, { capture: true }));
    this.clock.cancel(this.#timer);
  }

  touched() {
    this.#lastTouch = this.clock.now();
    this.#plan(this.#span());
  }

  /** For when the page shows itself again: timers do not run while a tablet sleeps. */
  look() {
    const rested = this.clock.now() - this.#lastTouch;
    if (rested >= this.#span()) {
      this.lock();
    } else {
      this.#plan(this.#span() - Math.max(0, rested));
    }
  }

  #span() {
    return this.minutes() * 60_000;
  }

  #plan(pause) {
    this.clock.cancel(this.#timer);
    this.#timer = this.clock.later(pause, () => this.look());
  }
}
