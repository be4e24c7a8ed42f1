/** ログアウト: says what would stay behind, and refuses until somebody chose. */
import { fill, h } from './dom.js';
import { button, linkButton, notice } from './parts.js';

export async function leaveScreen({ device }) {
  const place = h('div', { role: 'status' });
  const body = [
    h('h1', null, 'ログアウト'),
    h('p.lead', null, 'ログアウトすると、次に使う人はログインが必要です。'),
    h('p.actions', null, button('ログアウトする', () => leave({ keep: false, discard: false }), 'first.large'), linkButton('やめる', '#/')),
    place,
  ];

  async function leave(choice) {
    const answer = await device.logOut(choice);
    if (answer.done) {
      location.assign(answer.address);
      return;
    }
    fill(place, notice('warn', `まだ送られていない診断票が${answer.unsent}件あります`,
      h('p', null, answer.says || 'ログアウトの前に、どうするかを選んでください。'),
      h('div.choice-stack', null,
        button('送ってからログアウトする', async () => {
          await device.outbox.sendNow();
          leave({ keep: false, discard: false });
        }, 'first'),
        button('端末に残してログアウトする', () => leave({ keep: true, discard: false })),
        h('details', null, h('summary', null, '残さず捨てる'), h('p', null, '捨てると、どこにも残りません。元に戻せません。'),
          button(`${answer.unsent}件を捨ててログアウトする`, () => leave({ keep: false, discard: true }), 'danger')))));
    place.querySelector('button')?.focus();
  }

  return { title: 'ログアウト', back: '#/', backSays: '今日', body };
}
