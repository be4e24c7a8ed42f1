/** The sheet being worked on: every change is committed to the device before anything else happens. */
import { store } from './store.js';

const TYPING_REST = 300;

let chain = Promise.resolve();
let typed = null;
let timer = 0;

/** Opens a sheet of this device, or answers the one already open. @returns {Promise<object|null>} */
export async function openSheet(id) {
  if (store.sheet?.id !== id) {
    await settleTyping();
    const [sheet, line] = await Promise.all([store.device.sheets.read(id), lineOf(id)]);
    store.tell({ sheet, line, saved: { at: null, problem: null, busy: false }, strip: null });
  }
  return store.sheet;
}

/** Where the sheet is, as the device lists it. */
async function lineOf(id) {
  return (await store.device.sheets.list()).find(one => one.id === id) || null;
}

/** After the sheet moved: handed in, taken back, received. */
export async function refreshLine() {
  const { sheet } = store;
  if (sheet) {
    const line = await lineOf(sheet.id);
    if (store.sheet === sheet) {
      store.tell({ line });
    }
  }
}

/** Whether the open sheet can be written on; what was handed in is first taken back for a correction. */
export function isDraft() {
  return !store.line || store.line.place === 'draft' || store.line.kind === 'practice';
}

export function closeSheet() {
  store.tell({ sheet: null, line: null, strip: null, saved: { at: null, problem: null, busy: false } });
}

/**
 * Changes the open sheet and resolves once the device holds it for good; false where it could not be kept. What could not
 * be kept stays on the screen and is tried again with the next change.
 *
 * @param {(sheet: object) => void} alter
 * @returns {Promise<boolean>}
 */
export function change(alter) {
  const sheet = store.sheet;
  alter(sheet);
  sheet.changedAt = new Date().toISOString();
  store.tell({ saved: { ...store.saved, busy: true } });
  chain = chain.then(() => keep(sheet));
  return chain;
}

async function keep(sheet) {
  try {
    const kept = await store.device.sheets.save(sheet);
    store.tell({ saved: { at: kept?.savedAt || new Date().toISOString(), problem: null, busy: false } });
    return true;
  } catch (problem) {
    const says = problem?.message || 'この端末に保存できませんでした。';
    store.tell({ saved: { ...store.saved, problem: says, busy: false } });
    return false;
  }
}

/** As {@link change}, but waits until the typing rests. */
export function changeWhileTyping(alter) {
  const before = typed;
  typed = sheet => {
    before?.(sheet);
    alter(sheet);
  };
  clearTimeout(timer);
  timer = setTimeout(settleTyping, TYPING_REST);
}

/** Keeps what is being typed at once: before another screen, before the device locks. */
export async function settleTyping() {
  clearTimeout(timer);
  const alter = typed;
  typed = null;
  if (alter && store.sheet) {
    await change(alter);
  } else {
    await chain;
  }
}

/** Does what the device may refuse; its sentence is then shown at the foot. @returns {Promise<boolean>} */
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (problem) {
    store.tell({ strip: { says: problem?.message || 'できませんでした。もう一度お試しください。' } });
    return false;
  }
}

/** Sets or clears a value deep in an object: empty texts, nulls and empty objects are left out of a sheet. */
export function write(object, path, value) {
  const [first, ...rest] = path;
  if (rest.length) {
    object[first] ??= {};
    write(object[first], rest, value);
    if (Object.keys(object[first]).length === 0) {
      delete object[first];
    }
  } else if (value === '' || value === null || value === undefined) {
    delete object[first];
  } else {
    object[first] = value;
  }
}

/** @param {object} object @param {string[]} path */
export function readAt(object, path) {
  return path.reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), object);
}
