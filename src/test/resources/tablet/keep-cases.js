import { openDatabase } from '/tablet/keep/database.js';
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
    const file = JSON.parse(await (await device.rescue.save('とても長い合言葉')).text());
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
    const said = network.asked.filter(one => one.path.includes(sheet.id)).map(one => JSON.parse(one.body).from);
    return { place: line.place, problem: line.problem.type, again, away, mendedPlace, after: await places(device),
      signed: server.signatures.size, said: new Set(said.map(one => one.network + one.institution)).size };
  },

  async a_tablet_of_another_network_says_so() {
    const { device, server } = await tablet();
    await device.setUp(PIN);
    await device.prepare();
    const sheet = await typed(device, '別網堂');
    await device.sheets.finish(sheet.id);
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
    const file = await device.rescue.save('とても長い合言葉');
    const other = await tablet({ server });
    await other.device.setUp('864201');
    const wrong = await other.device.rescue.read(file, 'ちがう合言葉です').catch(error => error.code);
    const first = await other.device.rescue.read(file, 'とても長い合言葉');
    const second = await other.device.rescue.read(file, 'とても長い合言葉');
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
