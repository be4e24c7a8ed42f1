const CHANNEL = 'toritsugi-interview';

/** What the browser tells that may mean a signal or a person: on line, focus, shown again, another window's word. */
export class Signs {
  #channel = null;

  /** @param {{isWanted: boolean, here: () => void, heard: (what: string) => void}} parts */
  constructor({ isWanted, here, heard }) {
    this.isWanted = isWanted;
    this.here = here;
    this.heard = heard;
    this.shown = () => document.visibilityState === 'visible' && here();
  }

  begin() {
    if (!this.isWanted) {
      return;
    }
    addEventListener('online', this.here);
    addEventListener('focus', this.here);
    addEventListener('pageshow', this.here);
    document.addEventListener('visibilitychange', this.shown);
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = message => this.heard(message.data);
  }

  /** To the other windows of this app. */
  tell(what) {
    this.#channel?.postMessage(what);
  }

  end() {
    removeEventListener('online', this.here);
    removeEventListener('focus', this.here);
    removeEventListener('pageshow', this.here);
    document.removeEventListener('visibilitychange', this.shown);
    this.#channel?.close();
    this.#channel = null;
  }
}
