// t takes the case, as in the queue; u leads back to it.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, select, textarea')) return;
  if (event.key === 't') document.getElementById('take')?.requestSubmit();
  if (event.key === 'u') document.querySelector('a.back').click();
});
