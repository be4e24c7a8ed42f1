import { canonical } from '/tablet/keep/content.js';
import { settle } from './busy.js';
import { Person } from './person.js';
import { World } from './world.js';

const HOUR = 3_600_000;
const STEPS = 60;

/** What may happen, with how often. */
const EVENTS = [
  [30, (world, person) => person.answer()],
  [8, (world, person) => person.start()],
  [11, (world, person) => person.finish()],
  [12, (world, person) => person.takeUp()],
  [4, (world, person) => person.discard()],
  [4, (world, person) => reload(world, person)],
  [5, (world, person) => kill(world, person)],
  [2, world => world.openAnother()],
  [3, async world => {
    world.isOnline = false;
  }],
  [4, async world => {
    world.trouble = world.chance.of([0.3, 0.7, 1]);
  }],
  [2, async world => {
    world.server.isLoggedIn = false;
  }],
  [2, async world => {
    world.skew = world.chance.of([0, -HOUR, HOUR, -48 * HOUR, 300 * HOUR]);
  }],
  [2, async world => {
    world.disk.isFull = true;
  }],
  [1, async world => {
    world.server.refused = `堂${1 + world.chance.below(3)}`;
  }],
  [14, async world => heal(world)],
  [14, world => world.pass(world.chance.of([500, 5_000, 60_000, HOUR]))],
  [3, async world => {
    world.device.outbox.sendNow().catch(() => {});
    await settle();
  }],
  [1, (world, person) => lock(world, person)],
];
const WEIGHT = EVENTS.reduce((sum, [weight]) => sum + weight, 0);

/** One of the troubles is over, at random. */
async function heal(world) {
  world.chance.of([
    () => {
      world.isOnline = true;
    },
    () => {
      world.trouble = 0;
    },
    () => {
      world.server.isLoggedIn = true;
    },
    () => {
      world.disk.isFull = false;
    },
    () => {
      world.server.refused = null;
    }])();
}

async function reload(world, person) {
  await settle();
  await kill(world, person);
}

async function kill(world, person) {
  world.kill();
  person.forget();
  await settle();
  await world.open();
  await person.check();
}

async function lock(world, person) {
  person.forget();
  await world.device.lock();
  world.kill();
  await world.open();
}

/**
 * One random schedule to its end: everything is well again, every draft is finished, and time goes by.
 *
 * @returns {Promise<{sheets: number, revisions: number}>}
 * @throws {Error} when what the server has is not what was typed
 */
export async function schedule(seed) {
  const world = new World(seed);
  const person = new Person(world);
  await world.open();
  for (let step = 0; step < STEPS; step += 1) {
    let at = world.chance.below(WEIGHT);
    const [, event] = EVENTS.find(([weight]) => (at -= weight) < 0);
    await event(world, person);
  }
  await allIsWell(world, person);
  return compare(world, person);
}

async function allIsWell(world, person) {
  Object.assign(world, { isOnline: true, trouble: 0, skew: 0 });
  Object.assign(world.server, { isLoggedIn: true, refused: null });
  world.disk.isFull = false;
  await kill(world, person);
  for (const line of await world.device.sheets.list()) {
    if (line.kind === 'interview' && line.place === 'draft') {
      const sheet = await world.device.sheets.read(line.id);
      sheet.reason = '聞き間違い';
      await world.device.sheets.save(sheet);
    }
    await world.device.sheets.finish(line.id);
  }
  world.device.outbox.sendNow();
  await world.pass(2 * HOUR);
}

function compare(world, person) {
  const { sheets } = world.server;
  const wrong = [];
  let revisions = 0;
  for (const [id, entry] of person.typed) {
    const kept = sheets.get(id);
    revisions += kept?.length ?? 0;
    if (kept === undefined) {
      wrong.push(`lost: ${id} ${entry.saved.content}`);
    } else if (kept.at(-1) !== entry.saved.content) {
      wrong.push(`altered: ${id} typed ${entry.saved.content}, kept ${kept.at(-1)}`);
    } else if (kept.some((content, index) => content === kept[index + 1])) {
      wrong.push(`doubled: ${id}`);
    }
  }
  const drawn = [...person.promised, ...[...person.typed].map(([id, entry]) => ({ id, signatures: entry.saved.signatures }))];
  for (const { id, signatures } of drawn) {
    for (const [recipient, signature] of Object.entries(signatures ?? {})) {
      if (!world.server.signatures.get(`${id} ${recipient}`)?.has(canonical(signature))) {
        wrong.push(`signature lost: ${id}`);
      }
    }
  }
  wrong.push(...[...sheets.keys()].filter(id => !person.typed.has(id)).map(id => `from nowhere: ${id}`));
  if (wrong.length > 0) {
    throw new Error(wrong.join('\n'));
  }
  return { sheets: person.typed.size, revisions };
}

/** Runs many. @returns {Promise<object>} sums, and what went wrong by seed */
export async function run(first, count, milliseconds = Infinity) {
  const began = performance.now();
  const sum = { schedules: 0, sheets: 0, revisions: 0, wrong: [] };
  for (let seed = first; seed < first + count && performance.now() - began < milliseconds; seed += 1) {
    try {
      const one = await schedule(seed);
      sum.sheets += one.sheets;
      sum.revisions += one.revisions;
    } catch (error) {
      sum.wrong.push(`seed ${seed}: ${error.stack}`);
    }
    sum.schedules += 1;
  }
  return { ...sum, milliseconds: Math.round(performance.now() - began) };
}
