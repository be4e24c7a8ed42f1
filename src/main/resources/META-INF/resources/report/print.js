// Without JavaScript the browser's own menu prints; the button only saves the way there.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
