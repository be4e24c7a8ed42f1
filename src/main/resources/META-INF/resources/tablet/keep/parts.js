import { About } from './about.js';
import { clock as realClock } from './clock.js';
import { Conflicts } from './conflicts.js';
import { Contact } from './contact.js';
import { Fates } from './fates.js';
import { Letters } from './letters.js';
import { Outbox } from './outbox.js';
import { Pack } from './pack.js';
import { Pin } from './pin.js';
import { Preparation } from './preparation.js';
import { Rescue } from './rescue.js';
import { Rest } from './rest.js';
import { Room } from './room.js';
import { Sender } from './sender.js';
import { Sheets } from './sheets.js';
import { Signs } from './signs.js';
import { Typing } from './typing.js';
import { Vault } from './vault.js';
import { Worker } from './worker.js';

/** OWASP's figure for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;

/**
 * Everything a device is made of. That practice sheets are never sent is to be seen here: what sends is given `interviews`
 * and the stores of theirs, and `practice` goes to the list of sheets alone.
 *
 * @param {object} database
 * @param {{fetch?, clock?, locks?, iterations?, worker?: boolean, listen?: boolean}} options for tests
 * @param {{changed, heard, here, isSet, lock, revoked}} tell what the device wants to be told
 */
export function partsOf(database, options, tell) {
  const { changed } = tell;
  const clock = options.clock ?? realClock;
  const iterations = options.iterations ?? ITERATIONS;
  const locks = options.locks ?? navigator.locks;
  const isWanted = options.listen ?? true;
  const vault = new Vault();
  const about = new About({ database, changed });
  const fates = new Fates({ database, vault });
  const letters = new Letters({ database, vault, fates });
  const sender = new Sender({ fetch: options.fetch ?? globalThis.fetch.bind(globalThis), clock });
  const worker = new Worker({ changed, isWanted: options.worker ?? true });
  const contact = new Contact({
    database, fates, sender, clock, about, version: worker.version, changed, isSet: tell.isSet, wipe: tell.revoked,
  });
  const interviews = new Typing({ database, vault, clock, kind: 'interview', store: 'sheets' });
  const practice = new Typing({ database, vault, clock, kind: 'practice', store: 'practice' });
  const outbox = new Outbox({ letters, fates, sender, contact, about, database, vault, clock, locks, changed });
  const pack = new Pack({ database, vault, sender, about, contact, changed });
  return {
    database, vault, about, contact, clock, outbox, pack, worker,
    pin: new Pin({ database, vault, clock, iterations, about }),
    sheets: new Sheets({ interviews, practice, letters, fates, outbox, about, clock, changed }),
    conflicts: new Conflicts({ interviews, letters, about, clock, fates, outbox, changed }),
    rescue: new Rescue({ interviews, letters, fates, database, clock, outbox, iterations, changed }),
    room: new Room({ changed }),
    preparation: new Preparation({ sender, about, contact, pack, vault, clock }),
    rest: new Rest({ clock, isWanted, minutes: () => about.setting('lockAfterMinutes', 15), lock: tell.lock }),
    signs: new Signs({ isWanted, here: tell.here, heard: tell.heard }),
  };
}
