// Follows a running import and goes to its result. Without this script the page's own link does the same.
const section = document.getElementById('import-progress');
const done = document.getElementById('lines-done');
const bar = document.getElementById('progress-bar');
const words = document.getElementById('progress-words');
const count = new Intl.NumberFormat('ja-JP');
const began = { at: performance.now(), lines: bar.value };

function remaining(progress) {
  const seconds = (performance.now() - began.at) / 1000;
  const perSecond = (progress.physicalLinesDone - began.lines) / seconds;
  if (seconds < 4 || perSecond <= 0) return '';
  const left = Math.ceil((progress.physicalLines - progress.physicalLinesDone) / perSecond);
  return left > 90 ? `あと約${Math.ceil(left / 60)}分です。` : `あと約${left}秒です。`;
}

function show(progress) {
  done.textContent = count.format(progress.physicalLinesDone);
  bar.value = progress.physicalLinesDone;
  const rejected = progress.rejectedLines ? `取り込めない行がここまでに${count.format(progress.rejectedLines)}行あります。` : '';
  words.textContent = `${remaining(progress)}${rejected}このページを閉じても続きます。`;
}

async function follow() {
  try {
    const answer = await fetch(section.dataset.progress, { headers: { Accept: 'application/json' } });
    if (answer.status === 401) {
      location.reload();
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const progress = await answer.json();
    if (progress.state !== section.dataset.state) {
      location.reload();
      return;
    }
    show(progress);
    setTimeout(follow, 1000);
  } catch {
    words.textContent = '進み具合を受け取れませんでした。通信を確かめています。取込はサーバーで続いています。';
    setTimeout(follow, 5000);
  }
}

setTimeout(follow, 500);
