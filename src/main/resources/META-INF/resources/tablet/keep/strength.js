/**
 * How hard a PIN or a passphrase is to guess, for people who have the copied disk or the stolen file and all the time there
 * is. Nothing here knows of storage or of screens; what is said is ready to be shown.
 */
export const SHORTEST_PIN = 6;
export const SHORTEST_PASSPHRASE = 12;

const FEWEST_WORDS = 4;
/** A graphics card tries some 15,000 a second against 600,000 rounds, 2^30 a day; a thousand of them need years for 2^50. */
const FEWEST_BITS = 50;
const LETTERS_HELP = '数字だけでなく、文字を混ぜてもかまいません。';

/** What stands in every list of what people choose, beside what the rules below find by themselves. */
const COMMONEST = new Set(['password', 'passw0rd', 'pass1234', 'qwerty', 'asdfgh', 'zxcvbn', 'qazwsx', '1qaz2wsx', 'q1w2e3', 'q1w2e3r4',
  'abc123', 'a1b2c3', 'iloveyou', 'letmein', 'welcome', 'admin', 'administrator', 'login', 'secret', 'sakura', 'yamada', 'tanaka',
  'suzuki', 'satou', 'nippon', 'japan', 'tokyo', 'aomori', 'toritsugi', 'shindan', 'shoukei', 'jigyou', 'kaisha', 'tablet', '159753',
  '147258', '147852', '258369', '258456', '963852', '789456', '741852', '852456', '123654', '321654', '456123', '142536', '135790',
  '246810', '112358', '314159', '271828', '141421', '173205', '192837', '102938', '012345', '159357', '753951', '123789', '789123',
  '147369', '369147', '520520', '110110', '119119', '117117', '104104', '105105', '106106']);
const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'あいうえおかきくけこさしすせそたちつてと', 'いろはにほへとちりぬるを'];

/**
 * @param {string} pin
 * @param {string|null} userName of the person, which everybody knows
 * @returns {string|null} what is wrong with it, or nothing
 */
export function pinProblem(pin, userName = null) {
  const text = plain(pin);
  if ([...text].length < SHORTEST_PIN) {
    return `暗証番号（PIN）は${SHORTEST_PIN}文字以上にしてください。${LETTERS_HELP}`;
  }
  if (new Set(text).size < 3 || period(text) < text.length) {
    return `同じ文字の繰り返しは、すぐに当てられます。別の暗証番号にしてください。${LETTERS_HELP}`;
  }
  if (isRow(text) || hasEvenSteps(text)) {
    return `続いた数字や文字は、すぐに当てられます。別の暗証番号にしてください。${LETTERS_HELP}`;
  }
  if (isDay(text)) {
    return `誕生日のような日付は、すぐに当てられます。別の暗証番号にしてください。${LETTERS_HELP}`;
  }
  if (isCommon(text) || userName !== null && text.includes(plain(userName))) {
    return `多くの人が使う言葉や番号、利用者名は、すぐに当てられます。別の暗証番号にしてください。${LETTERS_HELP}`;
  }
  return null;
}

/** @returns {string|null} what is wrong with a passphrase for a file that leaves the tablet, or nothing */
export function passphraseProblem(passphrase) {
  const text = plain(passphrase);
  const words = new Set(text.split(/[\s　\-ー・、,.]+/).filter(word => [...word].length >= 2));
  if ([...text].length < SHORTEST_PASSPHRASE && words.size < FEWEST_WORDS) {
    return `合い言葉は${SHORTEST_PASSPHRASE}文字以上にするか、関わりのない言葉を${FEWEST_WORDS}つ以上、空白で区切って並べてください。`;
  }
  if (bitsOf(text) < FEWEST_BITS) {
    return '合い言葉が弱すぎます。繰り返し、続いた文字、よくある言葉を避けるか、もっと長くしてください。「合い言葉を作る」を押すと、強いものを用意します。';
  }
  return null;
}

/** Letters that are not taken for one another when read out or written down. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A passphrase of sixteen letters that nobody chose, in groups of four: some eighty bits. @returns {string} */
export function madePassphrase() {
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, anyLetter).join('')).join('-');
}

/** Each letter as likely as any other: a byte beyond the last whole round of letters is drawn again. */
function anyLetter() {
  const [byte] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 256 - 256 % CLEAR.length ? CLEAR[byte % CLEAR.length] : anyLetter();
}

/** A careful guess at how many tries it takes, as a power of two: what follows from what stands before it counts little. */
export function bitsOf(passphrase) {
  const text = withoutCommon(plain(passphrase));
  const letters = [...text.slice(0, period(text))];
  const fresh = letters.filter((letter, i) => i === 0 || !follows(letters[i - 1], letter));
  return fresh.length * Math.log2(poolOf(letters)) + (letters.length - fresh.length);
}

function plain(text) {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** @returns {number} length of the shortest beginning of which the whole is a repetition: 3 of 123123, 6 of 123124 */
function period(text) {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.startsWith(text.slice(length)) && (text.length % length === 0 || length < 3)) {
      return length;
    }
  }
  return text.length;
}

/** Doubled, 112233 is a row as well. */
function isRow(text) {
  const single = [...text].filter((letter, i, all) => letter !== all[i - 1]).join('');
  const back = [...single].reverse().join('');
  return ROWS.some(row => (row + row).includes(single) || (row + row).includes(back));
}

/** 135791, 864208. */
function hasEvenSteps(text) {
  if (!/^\d+$/.test(text)) {
    return false;
  }
  const steps = new Set([...text].slice(1).map((digit, i) => (Number(digit) - Number(text[i]) + 10) % 10));
  return steps.size === 1;
}

/** A day or a month as people write their birth: 19700403, 700403, 197004, 040370, s45.4.3. */
function isDay(text) {
  const digits = text.replace(/[./年月日-]/g, '').replace(/^[mtshr]/, '');
  if (!/^\d{5,8}$/.test(digits)) {
    return false;
  }
  const at = (from, length) => Number(digits.slice(from, from + length));
  const isYear = year => year >= 1900 && year <= 2049;
  const isMonthDay = (month, day) => month >= 1 && month <= 12 && day >= 1 && day <= 31;
  switch (digits.length) {
    case 8:
      return isYear(at(0, 4)) && isMonthDay(at(4, 2), at(6, 2)) || isYear(at(4, 4)) && (isMonthDay(at(0, 2), at(2, 2)) || isMonthDay(at(2, 2), at(0, 2)));
    case 6:
      return isMonthDay(at(2, 2), at(4, 2)) || isYear(at(0, 4)) && at(4, 2) >= 1 && at(4, 2) <= 12
        || isYear(at(2, 4)) && at(0, 2) >= 1 && at(0, 2) <= 12;
    default:
      return false;
  }
}

function isCommon(text) {
  return COMMONEST.has(text) || COMMONEST.has(text.replace(/\d{1,4}$/, '')) || COMMONEST.has(text.replace(/^\d{1,4}/, ''));
}

/** Each common word counts as one letter. */
function withoutCommon(text) {
  return [...COMMONEST].filter(word => word.length > 4).reduce((rest, word) => rest.replaceAll(word, '*'), text);
}

function follows(before, letter) {
  return before === letter || ROWS.some(row => (row + row).includes(before + letter) || (row + row).includes(letter + before));
}

function poolOf(letters) {
  const sizes = [[/\d/, 10], [/[a-z]/, 26], [/[ぁ-ゖァ-ヺー]/, 50], [/[一-龠]/, 500], [/[^\da-zぁ-ゖァ-ヺー一-龠]/, 10]];
  return Math.max(2, sizes.reduce((sum, [kind, size]) => sum + (letters.some(letter => kind.test(letter)) ? size : 0), 0));
}
