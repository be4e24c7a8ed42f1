/** フリガナ as the name is typed: the reading the input method shows while composing, until somebody writes the kana field. */
import { katakana } from '../engine/japan.js';

const KANA = /^[ぁ-ゖァ-ヺー・\s]+$/;
const LEGAL_FORMS = /カブシキ(?:ガイシャ|カイシャ)|ユウゲン(?:ガイシャ|カイシャ)|ゴウドウ(?:ガイシャ|カイシャ)/g;

/**
 * @param {HTMLInputElement} name
 * @param {HTMLInputElement} kana
 * @param {(kana: string) => void} found is told every new reading
 */
export function followReading(name, kana, found) {
  let own = kana.value !== '';
  let composing = '';
  let reading = kana.value;
  kana.addEventListener('input', () => {
    own = kana.value !== '';
    reading = kana.value;
  });
  name.addEventListener('compositionupdate', event => {
    if (KANA.test(event.data || '')) {
      composing = event.data;
    }
  });
  name.addEventListener('compositionend', () => {
    add(composing);
    composing = '';
  });
  name.addEventListener('input', event => {
    if (name.value === '') {
      reading = '';
      show();
    } else if (!event.isComposing && event.inputType === 'insertText' && KANA.test(event.data || '')) {
      add(event.data);
    }
  });

  function add(part) {
    if (!own && part) {
      reading = katakana(reading + part).replace(LEGAL_FORMS, '').trim();
      show();
    }
  }

  function show() {
    if (!own) {
      kana.value = reading;
      found(reading);
    }
  }
}
