import { openDatabase } from '/tablet/keep/database.js';
import { madePassphrase } from '/tablet/keep/strength.js';
import { Vault } from '/tablet/keep/vault.js';
import { Server } from '/tablet/chaos/server.js';
import { PIN, places, tablet, typed } from '/tablet/keep-tablet.js';

const signature = width => ({ strokes: [[[1, 1]]], width, height: 10, at: '2026-11-25T00:00:00Z' });

/** Single cases of what the tablet keeps, against the double of the server, with the real encryption and the real database. */
export const cases = {
  async practice_has_no_way_out() {
    const { device, server, network } = await tablet();
    await device.setUp(PIN);
    const sheet = await typed(device, '練習堂', 'practice');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const file = JSON.parse(await (await device.rescue.save('とても長い合い言葉で閉じる')).text());
    return { sheets: server.sheets.size, said: network.asked.filter(one => (one.body ?? '').includes(sheet.id)).length,
      unsent: (await device.logOut()).done, rescued: file.box.length < 60 };
  },

  async nothing_about_firms_lies_in_the_clear() {
    const { device, name } = await tablet();
    await device.setUp(PIN);
    const sheet = await typed(device, '秘密堂');
    await device.sheets.finish(sheet.id);
    await typed(device, '秘密堂');
    const database = await openDatabase(name);
    const text = [];
    for (const store of ['about', 'sheets', 'practice', 'outbox', 'fates', 'pack']) {
      for (const record of await database.all(store)) {
        text.push(JSON.stringify(record, (key, value) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value)));
      }
    }
    return { records: text.length, leaks: text.filter(one => /秘密堂|"Q1"|yes/.test(one)).length };
  },

  async a_locked_tablet_shows_nothing_and_a_wrong_pin_opens_nothing() {
    const time = { at: 0 };
    const clock = { now: () => time.at, iso: () => new Date(time.at).toISOString(), later: () => 0, cancel: () => {}, random: () => 0 };
    const { device } = await tablet({ clock });
    await device.setUp(PIN);
    await typed(device, '秘密堂');
    await device.lock();
    const refused = await device.sheets.list().catch(error => error.code);
    const tries = [];
    for (let n = 0; n < 5; n += 1) {
      tries.push((await device.unlock('000111')).waitSeconds);
    }
    const early = await device.unlock(PIN);
    time.at += 3_600_000;
    return { refused, tries, early: early.waitSeconds > 0, later: await device.unlock(PIN), firms: (await device.sheets.list()).map(line => line.firm) };
  },

  async weak_pins_are_refused() {
    const { device } = await tablet();
    const codes = [];
    for (const pin of ['1234', '123456', '111111', '987654']) {
      codes.push(await device.setUp(pin).then(() => 'taken', error => error.code));
    }
    return codes;
  },

  async what_anybody_would_guess_is_no_pin() {
    const { device } = await tablet();
    const said = {};
    for (const pin of ['12345', '123123', '121212', '112233', '890123', '135791', '654321', 'abcdef', 'qwerty', '700403', '197004',
      '19700403', 's450403', '０４０３１９７０', 'password', 'tanaka1970', '159753', 'aaaaab']) {
      said[pin] = await device.setUp(pin).then(() => 'taken', error => error.message.slice(0, 8));
    }
    return said;
  },

  async a_pin_is_changed_and_what_is_kept_stays() {
    const { device, name } = await tablet();
    await device.setUp(PIN);
    await typed(device, '変更堂');
    const weak = await device.changePin(PIN, '123456').catch(error => error.code);
    const wrong = await device.changePin('480257', 'ringo-7412');
    const changed = await device.changePin(PIN, 'ringo-7412');
    await device.lock();
    const old = await device.unlock(PIN);
    const again = await device.unlock('ringo-7412');
    return { weak, wrong: wrong.problem, changed, old: old === true, again, firms: (await device.sheets.list()).map(line => line.firm), name: name.length > 0 };
  },

  async an_old_weak_pin_opens_and_is_to_be_changed() {
    const { device, name } = await tablet();
    await device.setUp(PIN);
    // as a tablet has it that was set up before there were these rules
    const database = await openDatabase(name);
    const lock = await new Vault().create('111222', 1000);
    await database.write(['about'], tx => tx.put('about', { id: 'lock', ...lock, tries: 0, waitUntil: 0 }));
    await device.lock();
    const opened = await device.unlock('111222');
    const advice = device.pinAdvice;
    await device.changePin('111222', PIN);
    return { opened, advised: advice !== null, after: device.pinAdvice };
  },

  async a_rescue_file_needs_a_passphrase_that_nobody_guesses() {
    const { device } = await tablet();
    await device.setUp(PIN);
    const said = {};
    for (const phrase of ['短い', '480257193604', 'passwordpassword', 'abcdefghijklm', 'りんごりんごりんごりんご', 'ringo minato taiko yuki',
      'りんご みなと たいこ ゆきぐに', 'kx7mqx2rt9wfe', madePassphrase()]) {
      said[phrase.length === 19 ? 'made' : phrase] = await device.rescue.save(phrase).then(() => 'taken', error => error.code);
    }
    return { said, made: new Set(Array.from({ length: 50 }, madePassphrase)).size, shape: /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/.test(madePassphrase()) };
  },

  async what_comes_back_again_and_again_is_told_and_arrives_in_the_end() {
    const { device, server, network } = await tablet();
    await device.setUp(PIN);
    const sheet = await typed(device, '五百堂');
    const fine = await typed(device, '無事堂');
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.includes(`/diagnoses/${sheet.id}`)
      ? { status: 500, json: { type: 'urn:toritsugi:problem:fault', title: '不具合', detail: '受付番号 AB12 をお知らせください。' } }
      : answer(method, path, ...rest));
    await device.sheets.finish(sheet.id);
    await device.sheets.finish(fine.id);
    const told = [];
    for (let n = 0; n < 6; n += 1) {
      await device.outbox.sendNow();
      told.push((await device.sheets.list()).find(line => line.id === sheet.id).trouble !== null);
    }
    const line = (await device.sheets.list()).find(one => one.id === sheet.id);
    const { stuck } = await device.outbox.status();
    const tries = network.asked.filter(one => one.path.endsWith(sheet.id)).length;
    server.answer = answer;
    await device.outbox.sendNow();
    return { told: told.slice(1), says: line.trouble.says, place: line.place, stuck, tries: tries >= 6, after: (await places(device)).sort(),
      gone: (await device.outbox.status()).stuck };
  },

  async a_day_of_being_asked_to_wait_is_told_too() {
    const time = { at: Date.UTC(2026, 10, 30) };
    const clock = { now: () => time.at, iso: () => new Date(time.at).toISOString(), later: () => 0, cancel: () => {}, random: () => 0 };
    const { device, server } = await tablet({ clock });
    await device.setUp(PIN);
    const sheet = await typed(device, '待つ堂');
    const answer = server.answer.bind(server);
    let asked = 0;
    server.answer = (method, path, ...rest) => {
      if (!path.includes('/diagnoses/')) return answer(method, path, ...rest);
      asked += 1;
      return { status: 503, retryAfter: '600', json: { type: 'urn:toritsugi:problem:busy', title: '混雑', detail: 'ただいま混み合っています。' } };
    };
    await device.sheets.finish(sheet.id);
    await device.outbox.wake();
    await device.outbox.wake();
    await device.outbox.wake();
    const waited = asked;
    time.at += 601_000;
    await device.outbox.wake();
    const later = asked;
    for (let n = 0; n < 8; n += 1) {
      await device.outbox.sendNow();
    }
    const [soon] = await device.sheets.list();
    time.at += 86_400_000;
    const [aDayLater] = await device.sheets.list();
    return { waited, later, soon: soon.trouble, aDayLater: aDayLater.trouble?.says };
  },

  async a_server_that_does_not_know_who_asks_is_told_after_some_tries() {
    const { device, server } = await tablet();
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.startsWith('/api/v1/devices/')
      ? { status: 500, json: { type: 'x', detail: '不具合が起きました。' } } : answer(method, path, ...rest));
    await device.setUp(PIN);
    const sheet = await typed(device, '門前堂');
    await device.sheets.finish(sheet.id);
    const told = [];
    for (let n = 0; n < 6; n += 1) {
      await device.outbox.sendNow();
      told.push((await device.outbox.status()).trouble);
    }
    server.answer = answer;
    await device.outbox.sendNow();
    return { first: told[0], last: told.at(-1), after: (await device.outbox.status()).trouble, places: await places(device) };
  },

  async an_answer_that_is_final_is_shown_with_its_sentence() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    const answer = server.answer.bind(server);
    const shown = {};
    for (const status of [400, 403, 404, 409, 413, 422]) {
      const sheet = await typed(device, `断り堂${status}`);
      server.answer = (method, path, ...rest) => (path.includes(`/diagnoses/${sheet.id}`)
        ? { status: method === 'GET' ? 404 : status, json: { type: 'urn:toritsugi:problem:x', title: '題', detail: `文${status}`, violations: [] } }
        : answer(method, path, ...rest));
      await device.sheets.finish(sheet.id);
      await device.outbox.sendNow();
      const line = (await device.sheets.list()).find(one => one.id === sheet.id);
      shown[status] = `${line.place} ${line.problem?.detail}`;
      await device.outbox.status();
    }
    return shown;
  },

  async a_correction_that_is_refused_is_no_conflict() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    const sheet = await typed(device, '番号堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (method === 'PUT' && path.includes('/diagnoses/')
      ? { status: 409, json: { type: 'urn:toritsugi:problem:reference-taken', title: '題', detail: 'この管理番号は使われています。', violations: [] } }
      : answer(method, path, ...rest));
    const again = await device.sheets.reopen(sheet.id);
    again.content.reference = 'A-1';
    again.reason = '書き足し';
    await device.sheets.save(again);
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const [line] = await device.sheets.list();
    return { place: line.place, says: line.problem?.detail };
  },

  async no_name_is_in_any_address() {
    const { device, network, server } = await tablet();
    await device.setUp(PIN);
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.endsWith('/diagnoses/search') ? { status: 200, json: { items: [], next: null } } : answer(method, path, ...rest));
    await device.pack.search('秘密堂');
    const sheet = await typed(device, '秘密堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    return { asked: network.asked.some(one => one.body?.includes('秘密堂')),
      named: network.asked.filter(one => /秘密堂|[?&]q=/.test(decodeURIComponent(one.path))).length,
      search: network.asked.find(one => one.path.includes('search')) };
  },

  async a_log_in_run_out_loses_nothing_and_blocks_nothing() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    server.isLoggedIn = false;
    const sheet = await typed(device, '期限堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const expired = { ...device.session };
    const before = await places(device);
    const other = await typed(device, '続き堂');
    server.isLoggedIn = true;
    await device.outbox.sendNow();
    return { expired: expired.expired, before, saved: other.id.length, after: (await places(device)).sort(), known: device.session.known };
  },

  async a_refused_sheet_says_why_and_goes_when_it_is_mended() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    server.refused = '直す堂';
    const sheet = await typed(device, '直す堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const [line] = await device.sheets.list();
    const again = await device.sheets.reopen(sheet.id);
    again.content.enterprise.name = '直した堂';
    await device.sheets.save(again);
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    return { place: line.place, status: line.problem.status, after: await places(device) };
  },

  async what_was_held_elsewhere_stays_says_why_and_goes_when_its_person_is_back() {
    const { device, server, network } = await tablet();
    await device.setUp(PIN);
    await device.prepare();
    const sheet = await typed(device, '異動堂');
    sheet.signatures = { center: signature(1) };
    await device.sheets.save(sheet);
    server.place = { network: '03', institution: 'ringo-bank' };
    await device.prepare();
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const sent = () => network.asked.filter(one => one.method === 'PUT' && one.path.includes(sheet.id)).length;
    const [line] = await device.sheets.list();
    const tried = sent();
    await device.outbox.wake();
    await device.outbox.wake();
    const again = sent() - tried;
    // begun at the new place, it goes there
    const fresh = await typed(device, '新任堂');
    await device.sheets.finish(fresh.id);
    await device.outbox.sendNow();
    const away = [server.sheets.has(sheet.id), server.sheets.has(fresh.id), server.signatures.size];
    // as a correction it stays where it was
    const mended = await device.sheets.reopen(sheet.id);
    mended.content.answers.Q8 = 'yes';
    await device.sheets.save(mended);
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const mendedPlace = (await device.sheets.list()).find(one => one.id === sheet.id).place;
    server.place = { network: '02', institution: 'minato-cci' };
    await device.prepare();
    await device.outbox.wake();
    const said = network.asked.filter(one => one.method === 'PUT' && one.path.endsWith(sheet.id)).map(one => JSON.parse(one.body).from);
    return { place: line.place, problem: line.problem.type, again, away, mendedPlace, after: await places(device),
      signed: server.signatures.size, said: new Set(said.map(one => one.network + one.institution)).size };
  },

  async a_signature_of_another_place_waits_too() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    await device.prepare();
    const sheet = await typed(device, '署名堂');
    sheet.signatures = { center: signature(1) };
    await device.sheets.save(sheet);
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.includes('/signatures/') ? { status: 503, json: {} } : answer(method, path, ...rest));
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    server.answer = answer;
    server.place = { network: '02', institution: 'ringo-bank' };
    await device.prepare();
    await device.outbox.sendNow();
    const away = [(await device.sheets.list())[0].problem.type, server.signatures.size];
    server.place = { network: '02', institution: 'minato-cci' };
    await device.prepare();
    await device.outbox.sendNow();
    return { away, back: server.signatures.size, places: await places(device) };
  },

  async a_tablet_of_another_network_says_so() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    await device.prepare();
    const sheet = await typed(device, '別網堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.includes('/devices/')
      ? { status: 404, json: { type: 'urn:toritsugi:problem:not-found', status: 404 } } : answer(method, path, ...rest));
    const before = server.sheets.size;
    const other = await typed(device, '別網堂');
    await device.prepare();
    await device.sheets.finish(other.id);
    await device.outbox.sendNow();
    const foreign = device.session.foreign;
    const sent = server.sheets.size - before;
    server.answer = answer;
    await device.outbox.sendNow();
    return { foreign, sent, after: device.session.foreign, places: (await places(device)).sort() };
  },

  async a_discarded_correction_keeps_the_signature_of_what_was_sent() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    const sheet = await typed(device, '署名堂');
    sheet.signatures = { center: signature(1) };
    await device.sheets.save(sheet);
    await device.sheets.finish(sheet.id);
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.includes('/signatures/') ? { status: 503, json: {} } : answer(method, path, ...rest));
    await device.outbox.sendNow();
    const again = await device.sheets.reopen(sheet.id);
    again.signatures = { center: signature(2) };
    await device.sheets.save(again);
    await device.sheets.discard(sheet.id);
    server.answer = answer;
    await device.outbox.sendNow();
    const sent = [...server.signatures.get(`${sheet.id} center`) ?? []];
    const later = await device.sheets.reopen(sheet.id);
    later.signatures = { center: signature(3) };
    await device.sheets.save(later);
    await device.sheets.discard(sheet.id);
    return { sent: sent.map(one => JSON.parse(one).width), there: (await device.sheets.read(sheet.id)).signatures.center.width };
  },

  async what_was_refused_and_tried_again_is_not_taken_back() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    server.refused = '再送堂';
    const sheet = await typed(device, '再送堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    server.refused = null;
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => {
      answer(method, path, ...rest);
      return { status: 502, json: {} };
    };
    await device.prepare();
    await device.outbox.sendNow();
    server.answer = answer;
    const again = await device.sheets.reopen(sheet.id);
    again.content.answers.Q8 = 'yes';
    await device.sheets.save(again);
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    return { places: await places(device), Q8: server.sheets.get(sheet.id).map(one => JSON.parse(one).answers.Q8) };
  },

  async a_clock_set_back_does_not_prolong_the_wait() {
    const time = { at: 1_000_000_000 };
    const clock = { now: () => time.at, iso: () => new Date(time.at).toISOString(), later: () => 0, cancel: () => {}, random: () => 0 };
    const { device } = await tablet({ clock });
    await device.setUp(PIN);
    await device.lock();
    for (let n = 0; n < 3; n += 1) {
      await device.unlock('000111');
    }
    time.at -= 500_000_000;
    const { waitSeconds } = await device.unlock(PIN);
    time.at += 1000 * waitSeconds;
    return { waitSeconds, later: await device.unlock(PIN) };
  },

  async a_conflict_shows_both_sides_and_lets_the_person_choose() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    const sheet = await typed(device, '食違堂');
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const path = `/api/v1/diagnoses/${sheet.id}`;
    const elsewhere = JSON.parse(server.sheets.get(sheet.id)[0]);
    server.answer('PUT', path, { 'If-Match': '"1"' }, JSON.stringify({ ...elsewhere, note: 'よそで', reason: 'x' }));
    const mine = await device.sheets.reopen(sheet.id);
    mine.content.answers.Q8 = 'yes';
    mine.reason = '聞き間違い';
    await device.sheets.save(mine);
    await device.sheets.finish(sheet.id);
    await device.outbox.sendNow();
    const before = await places(device);
    const conflict = await device.conflicts.of(sheet.id);
    await device.conflicts.settle(sheet.id, { ...conflict.theirs, answers: conflict.mine.answers }, '両方を合わせた');
    await device.outbox.sendNow();
    const kept = JSON.parse(server.sheets.get(sheet.id).at(-1));
    return { before, rows: conflict.rows.map(row => row.field).sort(), labels: conflict.rows.map(row => row.label).sort(),
      after: await places(device), note: kept.note, Q8: kept.answers.Q8, revisions: server.sheets.get(sheet.id).length };
  },

  async a_rescue_file_is_read_twice_and_arrives_once() {
    const { device, server, network } = await tablet();
    await device.setUp(PIN);
    network.isOnline = false;
    const sent = await typed(device, '救出堂');
    await device.sheets.finish(sent.id);
    await typed(device, '途中堂');
    const file = await device.rescue.save('とても長い合い言葉で閉じる');
    const other = await tablet({ server });
    await other.device.setUp('864201');
    const wrong = await other.device.rescue.read(file, 'ちがう合言葉です').catch(error => error.code);
    const first = await other.device.rescue.read(file, 'とても長い合い言葉で閉じる');
    const second = await other.device.rescue.read(file, 'とても長い合い言葉で閉じる');
    await other.device.outbox.sendNow();
    network.isOnline = true;
    await device.outbox.sendNow();
    return { wrong, first, second, revisions: server.sheets.get(sent.id)?.length, sheets: server.sheets.size,
      there: (await other.device.sheets.list()).map(line => line.firm).sort(), here: (await places(device)).sort() };
  },

  async logging_out_with_unsent_sheets_needs_a_choice() {
    const { device, network } = await tablet();
    await device.setUp(PIN);
    network.isOnline = false;
    const sheet = await typed(device, '残る堂');
    await device.sheets.finish(sheet.id);
    const asked = await device.logOut();
    const kept = await device.logOut({ keep: true });
    const state = device.state;
    await device.unlock(PIN);
    const there = (await device.sheets.list()).length;
    const gone = await device.logOut({ discard: true });
    return { unsent: asked.unsent, says: asked.says, kept: kept.done, state, there, gone: gone.done, after: device.state };
  },

  async a_revoked_tablet_wipes_itself() {
    const server = new Server();
    const { device, name } = await tablet({ server });
    await device.setUp(PIN);
    await typed(device, '失効堂');
    // what opening began is over: its answer is still the usual one
    await device.outbox.sendNow();
    const answer = server.answer.bind(server);
    server.answer = (method, path, ...rest) => (path.startsWith('/api/v1/devices/')
      ? { status: 200, json: { revoked: true, other: false, person: {}, confirmed: [] } } : answer(method, path, ...rest));
    await device.prepare();
    const database = await openDatabase(name);
    return { state: device.state, sheets: (await database.all('sheets')).length, about: (await database.all('about')).map(one => one.id) };
  },

  async two_windows_do_not_write_over_each_other() {
    const first = await tablet();
    await first.device.setUp(PIN);
    const sheet = await typed(first.device, '二窓堂');
    const second = await tablet({ name: first.name });
    await second.device.unlock(PIN);
    const there = await second.device.sheets.read(sheet.id);
    there.content.note = '二つ目の窓';
    await second.device.sheets.save(there);
    return first.device.sheets.save(sheet).then(() => 'written over', error => error.code);
  },
};
