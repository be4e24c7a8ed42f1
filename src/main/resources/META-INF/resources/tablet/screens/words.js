/** Japanese words for codes, as on the sheet; the same as the server's, which the tests compare. */

export const OCCASIONS = { visit: '巡回', counter: '窓口', loan: '融資', subsidy: '補助金', seminar: 'セミナー', other: 'その他' };
export const MANNERS = { 'face-to-face': '面談', phone: '電話', online: 'オンライン' };
export const KINDS = { corporation: '法人', 'sole-proprietor': '個人' };
export const WISHES = { wanted: '希望する', 'not-now': '今は不要', undecided: 'わからない' };
export const SUPPORTS = {
  plan: '計画策定',
  'tax-shares': '税務・株式',
  'successor-search': '後継者探し',
  'third-party': '第三者への引継ぎ（M&A）',
  'guarantee-release': '保証解除',
  funding: '資金',
  other: 'その他',
};
export const PERFORMANCES = { up: '上向き', flat: '横ばい', down: '下向き' };
export const MEANS = { signature: '署名', oral: '口頭', electronic: '電磁的' };
export const URGENCIES = { high: '高', medium: '中', low: '低' };

/** Facts in the order they are asked about, in words for a talk. */
export const FACTS = {
  loans: '金融機関からの借入がある',
  guarantee: '経営者保証をしている',
  cashTight: '資金繰りが厳しい',
  debtRescheduling: '返済条件を変更している',
  insolvent: '債務超過である',
  closing: '廃業を考えている',
  sharesDispersed: '株式が分散している',
  inheritanceConcern: '相続に心配がある',
  taxRelief: '税制の優遇を使いたい',
  dispute: '株主や親族の間に対立がある',
  healthConcern: '健康に心配がある',
  openSearch: '公開での後継者探しを承諾している',
};

export const RECIPIENTS = {
  center: '事業承継・引継ぎ支援センター',
  'successor-bank': '後継者人材バンク',
  'area-coordinator': 'エリアコーディネーター',
  'guarantee-coordinator': '経営者保証コーディネーター',
  guarantee: '信用保証協会',
  yorozu: 'よろず支援拠点',
  revitalization: '活性化協議会',
  chamber: '経営指導員',
  'tax-accountant': '税理士',
  accountant: '公認会計士',
  lawyer: '弁護士',
  'management-consultant': '中小企業診断士',
  bank: '金融機関',
  municipality: '市町村の継業バンク',
  jfc: '日本政策金融公庫',
  'own-adviser': '本人の相談先',
};

/** Non-responses as said in a talk; the sheet's own words stand in the definition. */
export const NON_RESPONSES = { 'not-asked': '聞けず', unknown: 'わからない', declined: '答えない' };

/** Where a sheet is, by word and by shape. */
export const PLACES = {
  draft: { says: '記入中', mark: '✎' },
  device: { says: 'この端末のみ', mark: '▢' },
  sending: { says: '送信中', mark: '⇡' },
  received: { says: '受領', mark: '✓' },
  confirmed: { says: '確定', mark: '✓✓' },
  refused: { says: '差戻し', mark: '！' },
  conflict: { says: '食い違い', mark: '⇄' },
};

/** A few words for each question on the owner's map; a question without any is shown by its code. */
export const SHORT = {
  'succession-diagnosis': {
    Q1: '後継者候補がいる',
    'Q1-1': 'どなたか',
    Q2: 'ご本人に伝えた',
    Q3: '育成と引継ぎ',
    Q4: '周囲の理解',
    Q5: '会社の総点検',
    Q6: '相談する先',
    Q7: '継いでほしい人',
    Q8: '準備の時間',
    Q9: '話していない理由',
    Q10: '譲る相手',
    'Q11-1': '専門家',
    'Q11-2': '相談している',
  },
};

/** Where a leaf's name may be broken on the map. */
export const LEAF_LINES = {
  後継者に伝えている: ['後継者に', '伝えている'],
  後継者に伝えていない: ['後継者に', '伝えていない'],
  候補にしたい人がいる: ['候補にしたい', '人がいる'],
  社内に候補がいない: ['社内に候補が', 'いない'],
};

/** The word for one answer to one question. */
export function answerWord(question, code) {
  return question?.choices.find(choice => choice.code === code)?.label || NON_RESPONSES[code] || '';
}
