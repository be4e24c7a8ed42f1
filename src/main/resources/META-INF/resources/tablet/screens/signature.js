/** A signature by finger. Its strokes are kept, not its pixels, so it is drawn anew at every size. */
import SignaturePad from '/webjars/signature_pad/dist/signature_pad.js';
import { recipientName } from './advice.js';
import { h } from './dom.js';
import { button } from './parts.js';
import { change } from './working.js';

/** Strokes drawn at one size, at another. */
export function scaled(signature, width, height) {
  const by = Math.min(width / signature.width, height / signature.height);
  return signature.strokes.map(stroke => ({ ...stroke,
    points: stroke.points.map(point => ({ ...point, x: point.x * by, y: point.y * by })) }));
}

/** @param {object} sheet @param {string[]} given the recipients one signature stands for */
export function signaturePlace(sheet, given) {
  const canvas = h('canvas.signature', { role: 'img', 'aria-label': '署名欄。指かペンで書きます。書けないときは、同意の取り方で「口頭」を選びます。' });
  const told = h('p.quiet', { role: 'status' });
  let pad = null;
  const signed = () => given.map(kind => sheet.signatures?.[kind]).find(Boolean);
  const uncovered = () => given.filter(kind => !sheet.signatures?.[kind]);
  const tell = () => {
    const missing = uncovered();
    told.textContent = !signed() ? '枠の中に署名をお願いします。'
      : missing.length ? `署名のあとで提供先が増えました（${missing.map(kind => recipientName(kind, sheet.content.interviewedOn)).join('、')}）。もう一度署名をお願いします。`
        : '署名を保存しました。';
  };
  const draw = () => {
    const { width, height } = canvas.getBoundingClientRect();
    if (!width) {
      return;
    }
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d').scale(ratio, ratio);
    pad ??= new SignaturePad(canvas, { penColor: '#000000', backgroundColor: 'rgba(255,255,255,0)', minWidth: 1, maxWidth: 3 });
    pad.clear();
    if (signed()) {
      pad.fromData(scaled(signed(), width, height));
    }
  };
  const keep = async () => {
    const { width, height } = canvas.getBoundingClientRect();
    const signature = { strokes: pad.toData(), width, height, at: new Date().toISOString() };
    await change(one => {
      one.signatures = { ...one.signatures, ...Object.fromEntries(given.map(kind => [kind, signature])) };
    });
    tell();
  };
  const again = async () => {
    await change(one => given.forEach(kind => delete one.signatures?.[kind]));
    pad?.clear();
    tell();
  };
  new ResizeObserver(() => {
    draw();
    pad?.removeEventListener('endStroke', keep);
    pad?.addEventListener('endStroke', keep);
  }).observe(canvas);
  tell();
  return h('section.signing', { 'aria-labelledby': 'signing', 'data-field': 'signatures' },
    h('h2', { id: 'signing' }, '署名'),
    h('p', null, `次への提供に同意します：${given.map(kind => recipientName(kind, sheet.content.interviewedOn)).join('、')}`),
    canvas, h('div.signature-foot', null, told, button('書き直す', again, 'quiet')));
}
