// What was typed must not be lost because the log-in ran out meanwhile. When a form is sent, its fields wait in this
// tab's sessionStorage (never localStorage: they are about people). Whatever page comes next forgets them, but for the
// one that says that the log-in has run out (again.js): it keeps them until the same person is back on the same page.
const HOUR = 60 * 60 * 1000;
const shown = document.querySelector('.person')?.dataset;
// at work elsewhere by now, somebody gets nothing back of what was meant for the place before
const person = shown && `${shown.place}/${shown.user}`;
const here = location.pathname + location.search;

function forget() {
  sessionStorage.removeItem('sending');
  sessionStorage.removeItem('kept');
}

function controls(form) {
  return [...form.elements].filter(control => control.name && !['password', 'submit', 'button', 'file'].includes(control.type));
}

function ticks(control) {
  return control.type === 'checkbox' || control.type === 'radio';
}

function valueOf(control) {
  if (ticks(control)) return control.checked;
  return control.multiple ? [...control.selectedOptions].map(option => option.value) : control.value;
}

function put(control, value) {
  if (ticks(control)) {
    control.checked = value;
  } else if (control.multiple) {
    [...control.options].forEach(option => { option.selected = value.includes(option.value); });
  } else {
    control.value = value;
  }
  if (value && !ticks(control)) control.closest('details')?.setAttribute('open', '');
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

// A page that answers a form may have no address of its own to come back to: such a form names one in data-keep.
function sending(event) {
  const form = event.target;
  if (!person || form.getAttribute('method')?.toLowerCase() !== 'post') return;
  try {
    sessionStorage.setItem('sending', JSON.stringify({
      person,
      at: Date.now(),
      address: form.dataset.keep || here,
      form: [...document.forms].indexOf(form),
      files: [...form.elements].some(control => control.type === 'file' && control.files.length > 0),
      fields: controls(form).map(control => [control.name, valueOf(control)]),
    }));
  } catch {
    // Too large for the browser's store, or none: the form is sent all the same.
  }
}

function putBack(kept) {
  const form = document.forms[kept.form];
  const now = form ? controls(form) : [];
  // Another page than the one that was left: better nothing than a value in the wrong place.
  if (now.length !== kept.fields.length || now.some((control, i) => control.name !== kept.fields[i][0])) return;
  now.forEach((control, i) => put(control, kept.fields[i][1]));
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.className = 'notice-title';
  line.textContent = `ログインし直しました。入力した内容を戻しました。まだ送られていません。${kept.files ? 'ファイルは選び直してください。' : ''}`;
  notice.append(line);
  form.before(notice);
  notice.scrollIntoView({ block: 'center' });
}

document.addEventListener('submit', sending, true);
document.addEventListener('click', event => {
  if (event.target.closest?.('a[href="/logout"]')) forget();
});
sessionStorage.removeItem('sending');
const kept = JSON.parse(sessionStorage.getItem('kept'));
if (kept && person) {
  const theirs = kept.person === person && Date.now() - kept.at < HOUR;
  // Never for the next person at this tablet, and only once.
  if (!theirs || kept.address === here) forget();
  if (theirs && kept.address === here) putBack(kept);
}
