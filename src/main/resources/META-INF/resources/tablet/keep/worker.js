/**
 * The service worker that lets the app open without a signal. A new version waits until no window shows an interview; the
 * screens may let it take over when nothing is being typed.
 */
export class Worker {
  #waiting = null;

  constructor({ changed, isWanted }) {
    this.changed = changed;
    this.isWanted = isWanted && 'serviceWorker' in navigator;
    this.version = document.querySelector('meta[name=version]')?.content ?? null;
  }

  /** Whether a newer version lies ready. */
  get isReady() {
    return this.#waiting !== null;
  }

  async register() {
    if (!this.isWanted) {
      return;
    }
    try {
      const registration = await navigator.serviceWorker.register('/interview/sw.js', { scope: '/interview', updateViaCache: 'none' });
      this.#look(registration);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => this.#look(registration));
      });
    } catch {
      // off line, or logged out: the worker that is there goes on
    }
  }

  #look(registration) {
    // the very first one waits for nobody
    this.#waiting = navigator.serviceWorker.controller === null ? null : registration.waiting;
    if (this.#waiting !== null) {
      this.changed('storage');
    }
  }

  /** Lets the newer version take over and opens the app anew. Only when nothing is being typed. */
  apply() {
    if (this.#waiting !== null) {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      this.#waiting.postMessage('take-over');
    }
  }
}
