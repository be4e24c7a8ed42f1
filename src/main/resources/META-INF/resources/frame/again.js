// The log-in had run out when a form was sent: what was typed is kept for the way back (frame/keep.js).
const sending = sessionStorage.getItem('sending');
const link = document.getElementById('again');
sessionStorage.removeItem('sending');
if (sending) {
  sessionStorage.setItem('kept', sending);
  link.href = JSON.parse(sending).address;
}
location.replace(link.href);
