/** Small components that several screens use. */
import { h, idFor } from './dom.js';
import { PLACES } from './words.js';

/** A button. @param {string} says @param {() => void} pressed @param {string} kind class names after `button` */
export function button(says, pressed, kind = 'second', attributes = {}) {
  return h(`button.button.${kind}`, { type: 'button', onclick: pressed, ...attributes }, says);
}

/** A link to another screen that looks like a button. */
export function linkButton(says, address, kind = 'second') {
  return h(`a.button.${kind}`, { href: address }, says);
}

/** @param {'good'|'warn'|'bad'|'plain'} kind */
export function notice(kind, title, ...body) {
  return h(`div.notice.${kind}`, null, h('p.notice-title', null, title), body);
}

/** Where a sheet is: a shape and a word, and the receipt where there is one. */
export function badge(place, receipt) {
  const { says, mark } = PLACES[place] || PLACES.draft;
  return h(`span.badge.${place}`, null, h('span.badge-mark', { 'aria-hidden': 'true' }, mark), says,
    receipt && (place === 'received' || place === 'confirmed') ? h('span.badge-number', null, `（${receipt}）`) : '');
}

/**
 * A text field with its label over it and its problem under it.
 *
 * @param {{label: string, value?: string, help?: string, name?: string, required?: boolean, mode?: string, type?: string,
 *     width?: string, rows?: number, oninput?: (text: string, input: HTMLElement) => string|null|void}} given
 *     `oninput` answers a problem in Japanese, or nothing
 */
export function field(given) {
  const id = idFor(given.name || 'field');
  const problem = h('p.error', { id: `${id}-problem`, hidden: true });
  const help = given.help ? h('p.help', { id: `${id}-help` }, given.help) : null;
  const input = h(given.rows ? 'textarea' : 'input', {
    id,
    name: given.name,
    type: given.rows ? null : given.type || 'text',
    rows: given.rows,
    inputmode: given.mode,
    autocomplete: given.autocomplete || 'off',
    maxlength: given.most,
    value: given.value ?? '',
    'aria-describedby': [help && `${id}-help`, `${id}-problem`].filter(Boolean).join(' '),
  });
  const say = says => {
    problem.hidden = !says;
    problem.textContent = says || '';
    input.setAttribute('aria-invalid', says ? 'true' : 'false');
  };
  input.addEventListener('input', event => {
    if (!event.isComposing) {
      say(given.oninput?.(input.value, input));
    }
  });
  input.addEventListener('compositionend', () => say(given.oninput?.(input.value, input)));
  const node = h(`div.field${given.width ? `.${given.width}` : ''}`, { 'data-field': given.name },
    h('label', { for: id }, given.label, given.required ? h('span.mark-required', null, '※必須') : null), input, help, problem);
  return Object.assign(node, { input, say });
}

/**
 * One of several, as large pressable choices over native radio buttons.
 *
 * @param {{legend: string, name: string, choices: Object<string, string>, value?: string|null, clearable?: boolean,
 *     quiet?: boolean, onchoose: (code: string|null) => void}} given
 */
export function choices(given) {
  const group = idFor(given.name);
  const inputs = [];
  const boxes = Object.entries(given.choices).map(([code, says]) => {
    const input = h('input', { type: 'radio', name: group, value: code, checked: given.value === code });
    input.addEventListener('change', () => given.onchoose(code));
    input.addEventListener('click', () => {
      if (given.clearable && input.dataset.was === 'true') {
        input.checked = false;
        given.onchoose(null);
      }
      inputs.forEach(one => (one.dataset.was = String(one.checked)));
    });
    input.dataset.was = String(input.checked);
    inputs.push(input);
    return h('label.pick', null, input, h('span', null, says));
  });
  return h(`fieldset.field.choices${given.quiet ? '.quiet-choices' : ''}`, { 'data-field': given.name },
    h('legend', null, given.legend, given.required ? h('span.mark-required', null, '※必須') : null),
    h('div.picks', null, boxes));
}

/** Several of several. */
export function checks(given) {
  const held = new Set(given.values || []);
  return h('fieldset.field.choices', { 'data-field': given.name }, h('legend', null, given.legend),
    h('div.picks', null, Object.entries(given.choices).map(([code, says]) =>
      h('label.pick', null, h('input', {
        type: 'checkbox', checked: held.has(code),
        onchange: event => {
          held[event.target.checked ? 'add' : 'delete'](code);
          given.onchoose(Object.keys(given.choices).filter(one => held.has(one)));
        },
      }), h('span', null, says)))));
}

/** The time of day of an instant, with seconds: 10:42:07. */
export function clock(instant) {
  return new Date(instant).toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
}

/** @param {string} title @param {string} why @param {...any} next what to do */
export function empty(title, ...next) {
  return h('div.empty', null, h('p', null, h('strong', null, title)), next);
}
