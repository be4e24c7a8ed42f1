/** 食い違い: a sheet that was corrected here and elsewhere. Both sides stand, answer by answer; the person chooses. */
import { h } from './dom.js';
import { button, choices, field, notice } from './parts.js';
import { sayValue } from './values.js';
import { go } from './route.js';
import { attempt, readAt } from './working.js';

export async function conflictScreen({ device, sheet }) {
  const { mine, theirs, rows } = await device.conflicts.of(sheet.id);
  const chosen = new Map();
  const reason = field({ label: '訂正の理由', name: 'reason', required: true, most: 500 });
  const told = h('div', { role: 'alert' });
  const settle = async () => {
    const open = rows.filter(row => !chosen.has(row.field));
    if (open.length) {
      told.replaceChildren(notice('bad', `まだ選んでいないところが${open.length}か所あります`));
      document.querySelector(`[data-field="${CSS.escape(open[0].field)}"] input`)?.focus();
      return;
    }
    const allTheirs = [...chosen.values()].every(side => side === 'theirs');
    if (!allTheirs && !reason.input.value.trim()) {
      reason.say('訂正の理由を入れてください。');
      reason.input.focus();
      return;
    }
    if (await attempt(() => device.conflicts.settle(sheet.id, merged(mine, theirs, chosen), reason.input.value.trim() || null))) {
      go('#/');
    }
  };
  return {
    title: '食い違い',
    kind: 'form-screen',
    back: '#/',
    backSays: '今日',
    body: [
      h('h1', null, '別のところでも直されていました'),
      h('p.lead', null, 'どちらも残っています。それぞれ、どちらを使うかを選んでください。'),
      rows.map(row => choices({ legend: row.label || row.field, name: row.field, onchoose: side => chosen.set(row.field, side),
        choices: { mine: `この端末：${sayValue(row.field, row.mine)}`, theirs: `記録：${sayValue(row.field, row.theirs)}` } })),
      reason, told,
      h('p.actions.onward', null, button('選んだ内容で提出する', settle, 'first.large')),
    ],
  };
}

/** Mine, with theirs wherever theirs was chosen. @param {Map<string, 'mine'|'theirs'>} chosen by field */
export function merged(mine, theirs, chosen) {
  const content = structuredClone(mine);
  for (const [path, side] of chosen) {
    if (side === 'theirs') {
      const keys = path.split('.');
      const last = keys.pop();
      const holder = keys.reduce((object, key) => (object[key] ??= {}), content);
      const value = readAt(theirs, path.split('.'));
      if (value === undefined || value === null) {
        delete holder[last];
      } else {
        holder[last] = structuredClone(value);
      }
    }
  }
  return content;
}
