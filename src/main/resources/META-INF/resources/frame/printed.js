// What goes to paper is out of our hands: the trail has it, whichever way the printing was begun.
const told = document.querySelector('[data-printed]');
if (told) {
  window.addEventListener('beforeprint', () => fetch(told.dataset.printed, { method: 'POST', keepalive: true }));
}
