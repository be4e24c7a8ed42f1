/** A day in three boxes, in a Japanese era or western years; what was understood is said back at once. */
import { dateOf, halfWidth, warekiOf } from '../engine/japan.js';
import { h, idFor } from './dom.js';

const ERAS = ['西暦', '大正', '昭和', '平成', '令和'];

/**
 * @param {{legend: string, name: string, value?: string|null, eras?: string[], era?: string, required?: boolean,
 *     also?: (date: string) => string, onchange: (date: string|null) => string|null|void}} given
 *     `also` adds words to what is said back; `onchange` is told the day, or null while there is none, and may answer a
 *     problem
 */
export function dateField(given) {
  const [year, month, day] = given.value ? given.value.split('-').map(Number) : ['', '', ''];
  let era = given.value ? '西暦' : given.era || '昭和';
  const group = idFor(given.name);
  const said = h('p.help', { id: `${group}-said`, role: 'status' });
  const problem = h('p.error', { id: `${group}-problem`, hidden: true });
  const boxes = [box('年', year, 4), box('月', month, 2), box('日', day, 2)];

  function box(says, value, most) {
    const id = idFor('part');
    const input = h('input', { id, inputmode: 'numeric', autocomplete: 'off', maxlength: most, value, 'aria-describedby': `${group}-said ${group}-problem`,
      class: most === 4 ? 'of-year' : 'of-two', oninput: read });
    return { input, node: h('span.date-box', null, input, h('label', { for: id }, says)) };
  }

  function read() {
    const [y, m, d] = boxes.map(one => halfWidth(one.input.value).trim());
    const filled = [y, m, d].filter(Boolean).length;
    if (filled < 3) {
      tell('', '');
      given.onchange(null);
      return;
    }
    const understood = dateOf({ era, year: y === '元' ? 1 : Number(y), month: Number(m), day: Number(d) });
    const refused = understood.problem || given.onchange(understood.date);
    if (understood.problem) {
      given.onchange(null);
    }
    tell(refused || '', refused ? '' : sayBack(understood.date));
  }

  function sayBack(date) {
    return `${warekiOf(date)}（${date.slice(0, 4)}年）${given.also ? `　${given.also(date)}` : ''}`;
  }

  function tell(wrong, back) {
    problem.hidden = !wrong;
    problem.textContent = wrong;
    said.textContent = back;
    boxes.forEach(one => one.input.setAttribute('aria-invalid', wrong ? 'true' : 'false'));
  }

  const eras = h('span.picks.eras', { role: 'group', 'aria-label': '年号' }, (given.eras || ERAS).map(name => h('label.pick', null,
    h('input', { type: 'radio', name: group, value: name, checked: name === era, onchange: () => {
      era = name;
      read();
    } }), h('span', null, name))));
  if (given.value) {
    said.textContent = sayBack(given.value);
  }
  const node = h('fieldset.field.date-field', { 'data-field': given.name },
    h('legend', null, given.legend, given.required ? h('span.mark-required', null, '※必須') : null),
    eras, h('span.date-boxes', null, boxes.map(one => one.node)), said, problem);
  return Object.assign(node, { say: wrong => tell(wrong, '') });
}
