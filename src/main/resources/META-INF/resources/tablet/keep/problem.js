/** Something a person has to be told, in a sentence ready to be shown. */
export class KeepProblem extends Error {
  /**
   * @param {string} sentence in Japanese
   * @param {string} code what happened, for the screens to decide by
   */
  constructor(sentence, code) {
    super(sentence);
    this.name = 'KeepProblem';
    this.code = code;
  }
}

/** @returns {KeepProblem} for whatever the browser's storage said no with */
export function storageProblem(error) {
  if (error instanceof KeepProblem) {
    return error;
  }
  return error?.name === 'QuotaExceededError'
    ? new KeepProblem('端末の空き容量がないため、いまの入力を保存できませんでした。写真やアプリを減らしてから、もう一度操作してください。画面の内容はそのままです。', 'quota')
    : new KeepProblem('端末に保存できませんでした。画面の内容はそのままです。もう一度操作してください。', 'storage');
}

/** As the server says it of a sheet. */
export const HELD_ELSEWHERE = {
  type: 'urn:toritsugi:problem:held-elsewhere', status: 409, title: '別の所属で行われた診断です', violations: [],
  detail: 'この署名は、いまログインしている所属ではないところで書かれました。送っていません。その所属の人としてログインし直すと送れます。異動などで所属が変わったときは、診断を行った機関の管理者か、ネットワークのシステム管理に相談してください。',
};

/** @returns {boolean} whether the server refused because the talk was held where the sender is not at work now */
export function isHeldElsewhere(problem) {
  return problem?.type?.endsWith(':held-elsewhere') === true;
}
