import { KeepProblem } from './problem.js';
import { differences, outgoing } from './content.js';
import { FIELDS } from './fields.js';

/** A sheet that was corrected here and elsewhere: both sides, answer by answer, and what the person chose. */
export class Conflicts {
  /** @param {{interviews, letters, about, clock, outbox, database, fates, changed}} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  async of(id) {
    const letter = await this.#held(id);
    const mine = (await this.letters.open(letter)).content;
    const { theirs, etag } = await this.letters.openHold(letter);
    const rows = differences(mine, theirs).map(row => ({ ...row, label: this.#label(row.field) }));
    return { mine, theirs, theirEtag: etag, rows };
  }

  /** Sends what was chosen as a correction of the other side's revision; choosing theirs whole sends nothing. */
  async settle(id, chosen, reason) {
    const letter = await this.#held(id);
    const { theirs, etag, receipt, revision } = await this.letters.openHold(letter);
    const { content: mine } = await this.letters.open(letter);
    const sheet = { ...await this.interviews.read(id), content: chosen, reason };
    const now = this.clock.iso();
    // mine stays beside it until the sheet leaves the device, whatever was chosen
    const { signatures } = await this.fates.read(id) ?? {};
    const fate = await this.fates.sealed(id, revision, now, { receipt, etag, content: theirs, signatures, setAside: mine });
    const isTheirs = differences(chosen, theirs).length === 0;
    if (!isTheirs && !reason?.trim()) {
      throw new KeepProblem('訂正の理由を入力してください。', 'reason');
    }
    const written = await this.letters.correction(sheet, now, !isTheirs);
    const sealed = await this.interviews.sealed({ ...sheet, content: outgoing(chosen) });
    await this.interviews.move(id, ['outbox', 'fates'], async (tx, record) => {
      (await tx.all('outbox')).filter(other => other.sheet === id).forEach(other => tx.delete('outbox', other.id));
      tx.put('fates', fate);
      await this.letters.queue(tx, written);
      return { ...record, ...sealed, state: 'done', finishedAt: now };
    });
    this.changed('sheets');
    this.outbox.wake();
  }

  async #held(id) {
    const letter = (await this.letters.of(id)).find(found => found.held === 'conflict');
    if (letter === undefined) {
      throw new KeepProblem('この診断票に、食い違いはもうありません。', 'gone');
    }
    return letter;
  }

  #label(field) {
    const [part, code] = field.split('.');
    const question = ['answers', 'comments'].includes(part)
      && this.about.definitions?.questionnaire?.questions?.find(found => found.code === code);
    if (part === 'answers' || part === 'comments') {
      return `${code}${question?.text ? `　${question.text}` : ''}${part === 'comments' ? 'のメモ' : ''}`;
    }
    return FIELDS[field] ?? field;
  }
}
