const NEARLY_FULL = 0.9;
const LITTLE_LEFT = 20 << 20;

/** Whether the browser may throw away what this app keeps, and what to do about it, said plainly. */
export class Room {
  persisted = false;
  standalone = false;
  warnings = [];

  constructor({ changed }) {
    this.changed = changed;
  }

  async look() {
    this.standalone = matchMedia('(display-mode: standalone)').matches || navigator.standalone === true;
    this.persisted = await navigator.storage?.persisted?.() ?? false;
    const { quota = 0, usage = 0 } = await navigator.storage?.estimate?.() ?? {};
    const before = this.warnings.join();
    this.warnings = [
      ...this.#eviction(),
      ...(quota > 0 && (usage / quota > NEARLY_FULL || quota - usage < LITTLE_LEFT)
        ? ['端末の空き容量が残りわずかです。写真やアプリを減らしてください。'] : []),
    ];
    if (this.warnings.join() !== before) {
      this.changed('storage');
    }
  }

  #eviction() {
    if (this.persisted) {
      return [];
    }
    if (isSafari() && !this.standalone) {
      return ['Safariは、7日間開かないと、ここに保存した内容を消すことがあります。共有ボタンから「ホーム画面に追加」し、そのアイコンから開いてください。'];
    }
    return [this.standalone
      ? 'ブラウザーが保存領域の保護をまだ認めていません。端末の空きが減ると消されることがあります。早めに送信してください。'
      : '端末の空きが減ると、ブラウザーがここに保存した内容を消すことがあります。アプリとしてインストールし、保存の保護を許可してください。'];
  }

  /** Asks the browser never to throw anything away. @returns {Promise<boolean>} */
  async ask() {
    await navigator.storage?.persist?.();
    await this.look();
    return this.persisted;
  }
}

function isSafari() {
  return /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)|Edg|Android/.test(navigator.userAgent);
}
