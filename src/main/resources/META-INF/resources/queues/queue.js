// Keys for whoever works through many cases: j and k move, Enter opens, x picks, t takes, r goes to the filters, ? explains.
// Everything is there without them.
const rows = [...document.querySelectorAll('table.queue tbody tr')];
const form = document.getElementById('queue');
const dialog = document.getElementById('keys');
let at = -1;

function go(to) {
  if (rows.length === 0) return;
  rows[at]?.removeAttribute('aria-current');
  at = Math.max(0, Math.min(rows.length - 1, to));
  rows[at].setAttribute('aria-current', 'true');
  rows[at].querySelector('a.row-link').focus();
  rows[at].scrollIntoView({ block: 'nearest' });
}

function take() {
  const button = form?.querySelector('button[value="take"]');
  if (at < 0 || !button) return;
  form.querySelectorAll('[name="chosen"]').forEach(box => { box.checked = false; });
  rows[at].querySelector('[name="chosen"]').checked = true;
  form.requestSubmit(button);
}

function filter() {
  const details = document.querySelector('.queue-filter');
  details.open = true;
  details.querySelector('select').focus();
}

const keys = {
  j: () => go(at + 1),
  k: () => go(at - 1),
  t: take,
  x: () => { const box = rows[at]?.querySelector('[name="chosen"]'); if (box) box.checked = !box.checked; },
  r: filter,
  '?': () => dialog.showModal(),
};

document.addEventListener('focusin', event => {
  const row = rows.indexOf(event.target.closest?.('table.queue tbody tr'));
  if (row >= 0 && row !== at) {
    rows[at]?.removeAttribute('aria-current');
    at = row;
  }
});
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
  if (event.target.closest('input:not([type=checkbox]), select, textarea')) return;
  const key = keys[event.key];
  if (key) {
    event.preventDefault();
    key();
  }
});
