// Japanese conventions: 和暦 both ways, ages, 年度, 法人番号, width and kana. The same as jp.toritsugi.japan.
import { dateFrom, lengthOfMonth, partsOf } from './days.js';

/** From the latest; in Japan the western calendar counts from 1873, so nothing is older. */
const ERAS = [
  { name: '令和', first: '2019-05-01', last: '9999-12-31', zero: 2018 },
  { name: '平成', first: '1989-01-08', last: '2019-04-30', zero: 1988 },
  { name: '昭和', first: '1926-12-25', last: '1989-01-07', zero: 1925 },
  { name: '大正', first: '1912-07-30', last: '1926-12-24', zero: 1911 },
  { name: '明治', first: '1873-01-01', last: '1912-07-29', zero: 1867 },
];
const WESTERN = '西暦';

/** @param {string} date 2019-10-15 @returns {string} 令和元年10月15日; before 1873 the western date */
export function warekiOf(date) {
  return `${warekiMonthOf(date)}${partsOf(date).day}日`;
}

/** @param {string} date @returns {string} 令和元年10月 */
export function warekiMonthOf(date) {
  const { year, month } = partsOf(date);
  const era = ERAS.find(one => date >= one.first);
  return `${era ? era.name + yearInWords(year - era.zero) : year}年${month}月`;
}

function yearInWords(year) {
  return year === 1 ? '元' : String(year);
}

/**
 * The day that three boxes and an era mean.
 *
 * @param {{era: string, year: string|number, month: string|number, day: string|number}} boxes as typed, in any width; the
 *     first year of an era may be 元
 * @returns {{date: string}|{problem: string}}
 */
export function dateOf(boxes) {
  const era = ERAS.find(one => one.name === boxes.era);
  if (!era && boxes.era !== WESTERN) return { problem: '元号（又は西暦）を選んでください。' };
  const year = era && halfWidth(String(boxes.year ?? '')).trim() === '元' ? 1 : number(boxes.year);
  const month = number(boxes.month);
  const day = number(boxes.day);
  if (year === null || month === null || day === null) return { problem: '年・月・日を数字で入力してください。' };
  if (!era) return year < 1000 ? { problem: '西暦の年は4桁で入力してください。' } : existing(year, month, day);
  if (year === 0) return { problem: '和暦の年が0です。' };
  if (year > 99) return { problem: `${era.name}${year}年はありません。西暦なら「西暦」を選んでください。` };
  const found = existing(era.zero + year, month, day);
  return found.date ? within(era, found.date) : found;
}

function number(typed) {
  const text = halfWidth(String(typed ?? '')).trim();
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : null;
}

function existing(year, month, day) {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
  return exists ? { date: dateFrom(year, month, day) } : { problem: `暦にない日付です（${year}年${month}月${day}日）。` };
}

function within(era, date) {
  if (date > era.last) return { problem: `${era.name}は${inEra(era, era.last)}までです。${warekiOf(date)}ではありませんか。` };
  if (date < era.first) return { problem: `${era.name}は${inEra(era, era.first)}からです。${warekiOf(date)}ではありませんか。` };
  return { date };
}

function inEra(era, date) {
  const { year, month, day } = partsOf(date);
  return `${yearInWords(year - era.zero)}年${month}月${day}日`;
}

/** 満年齢, by birthdays. @param {string} birth @param {string} day @returns {number} completed years, never negative */
export function ageOn(birth, day) {
  const years = partsOf(day).year - partsOf(birth).year - (day.slice(5) < birth.slice(5) ? 1 : 0);
  return Math.max(0, years);
}

/** @param {string} day @returns {number} the 年度 it belongs to: April to March, named after the year it begins in */
export function fiscalYearOf(day) {
  const { year, month } = partsOf(day);
  return month < 4 ? year - 1 : year;
}

/** @param {string} text 法人番号 @returns {string|null} what is wrong with it; null for a number that may exist */
export function corporateNumberProblem(text) {
  if (!/^[0-9]{13}$/.test(text)) return '法人番号は数字13桁です。';
  return Number(text[0]) === checkDigit(text.slice(1))
    ? null
    : '法人番号の検査用数字が合いません。書き写しに誤りがないか確かめてください。';
}

/** 9 − (Σ Pn·Qn mod 9), n counted from the right, Q = 1 for odd n and 2 for even n. */
function checkDigit(base) {
  const sum = [...base].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return 9 - sum % 9;
}

/**
 * Digits, letters and marks in half width, and the many dashes between digits as one: for numbers and addresses of mail.
 *
 * @param {string} text @returns {string}
 */
export function halfWidth(text) {
  return text
    .replace(/[\uFF01-\uFF5E]/g, full => String.fromCharCode(full.charCodeAt(0) - 0xFEE0))
    .replace(/\u3000/g, ' ')
    .replace(/(?<=[0-9])[\u2010-\u2015\u2212\u30FC\uFF70](?=[0-9])/g, '-');
}

/**
 * A reading in full-width katakana, whatever it was typed in; other characters as they are.
 *
 * @param {string} text @returns {string}
 */
export function katakana(text) {
  return text
    .replace(/[\uFF65-\uFF9F]+/g, half => half.normalize('NFKC'))
    .replace(/[\u3041-\u30FF][\u3099\u309A]/g, marked => marked.normalize('NFC'))
    .replace(/[\u3041-\u3096\u309D\u309E]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
