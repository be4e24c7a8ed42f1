/** Beginning a sheet; where no PIN was ever set, it is asked for first and the beginning follows. */
import { askForPin } from './unlock.js';
import { drawFrame } from './frame.js';
import { go, sheetAddress } from './route.js';
import { store } from './store.js';
import { attempt, change, openSheet } from './working.js';

/** @param {{kind: 'interview'|'practice', pack?: object, fromPaper?: boolean, content?: object}} wanted */
export async function beginSheet(wanted) {
  if (store.device.state !== 'open') {
    drawFrame(document.getElementById('app'), { name: 'today', id: null }, askForPin(() => beginSheet(wanted)));
    return;
  }
  let sheet = null;
  if (!await attempt(async () => (sheet = await store.device.sheets.start(wanted)))) {
    return;
  }
  await openSheet(sheet.id);
  await change(one => {
    one.mode = wanted.fromPaper ? 'sheet' : 'talk';
    one.content.manner ??= wanted.fromPaper ? undefined : 'face-to-face';
    one.content.answers ??= {};
  });
  const known = wanted.pack || wanted.content;
  go(sheetAddress(sheet.id, known ? 'ask' : 'firm'));
}
