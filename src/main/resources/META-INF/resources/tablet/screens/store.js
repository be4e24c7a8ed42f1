/** The one store of what the screens show: the device, the sheet being worked on, and what the lines at the foot say. */

const SETTINGS = 'toritsugi.tablet.settings';
const DEFAULTS = { advance: 'at-once' };

function rememberedSettings() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(SETTINGS) || '{}') };
  } catch {
    return { ...DEFAULTS };
  }
}

const listeners = new Set();

/**
 * device: see keep/device.js; sheet: the sheet being worked on or null, line: where it is as the device lists it; saved: {at, problem, busy}; strip: {says, undo}
 * or null; settings: {advance: 'at-once'|'pause'|'by-hand'}.
 */
export const store = {
  device: null,
  sheet: null,
  line: null,
  saved: { at: null, problem: null, busy: false },
  strip: null,
  settings: rememberedSettings(),

  /** Changes parts of the store and tells those who listen which. */
  tell(parts) {
    Object.assign(this, parts);
    for (const listener of [...listeners]) {
      listener(Object.keys(parts));
    }
  },

  /** @param {(parts: string[]) => void} listener @returns {() => void} stops listening */
  listen(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  settle(settings) {
    this.tell({ settings: { ...this.settings, ...settings } });
    try {
      localStorage.setItem(SETTINGS, JSON.stringify(this.settings));
    } catch {
      // A browser that keeps nothing for us still works; the setting then holds until it is closed.
    }
  },
};
