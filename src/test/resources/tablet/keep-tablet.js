import { openDevice } from '/tablet/keep/device.js';
import { Server } from '/tablet/chaos/server.js';

export const PIN = '135792';
let count = 0;

/** A tablet of its own. */
export async function tablet({ server = new Server(), name = `case-${count += 1}`, clock, iterations = 1000 } = {}) {
  const network = { isOnline: true, asked: [] };
  const fetch = async (path, { method, headers, body }) => {
    network.asked.push({ method, path, body });
    if (!network.isOnline) {
      throw new TypeError('offline');
    }
    if (method === 'PUT' && /diagnoses\/[^/]+$/.test(path) && JSON.parse(body).from === undefined) {
      throw new Error('a tablet always says for whom the talk was held');
    }
    const { status, json, etag, retryAfter } = server.answer(method, path, headers, body);
    return new Response(JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json', ...(etag ? { ETag: etag } : {}), ...(retryAfter ? { 'Retry-After': retryAfter } : {}) } });
  };
  const device = await openDevice({ name, fetch, clock, iterations, worker: false, listen: false, locks: locks() });
  return { device, server, network, name };
}

/** One tablet's locks; several tablets live in this one page. */
function locks() {
  let held = false;
  return {
    async request(lock, options, work) {
      if (held) {
        return work(null);
      }
      held = true;
      try {
        return await work({ name: lock });
      } finally {
        held = false;
      }
    },
  };
}

export async function typed(device, firm, kind = 'interview') {
  const sheet = await device.sheets.start({ kind, content: { enterprise: { name: firm } } });
  sheet.content.answers = { Q1: 'yes', Q2: 'no', Q8: 'no' };
  await device.sheets.save(sheet);
  return sheet;
}

export async function places(device) {
  return (await device.sheets.list()).map(line => line.place);
}
