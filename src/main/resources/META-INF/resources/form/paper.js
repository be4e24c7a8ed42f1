// The button works only with scripts, so it shows only with scripts; the browser's own print command does the same.
const button = document.getElementById('print');
button.hidden = false;
button.addEventListener('click', () => window.print());
