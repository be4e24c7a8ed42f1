// The tablet app without a signal: its own files, by the hashes the server made of them. No answer of the API is kept here.
const CACHE = 'toritsugi-interview-@VERSION@';
const REVISIONS = @REVISIONS@;
const SHELL = '/interview';
const BY_REVISION = 'toritsugi-revision';

self.addEventListener('install', event => event.waitUntil(fill()));
self.addEventListener('activate', event => event.waitUntil(throwOldAway()));
// A new version waits until no window is open, unless the person in the window says that it may take over.
self.addEventListener('message', event => event.data === 'take-over' && self.skipWaiting());

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== self.location.origin) {
    return;
  }
  const isShell = event.request.mode === 'navigate' && [SHELL, `${SHELL}/`].includes(address.pathname);
  const path = isShell ? SHELL : address.pathname;
  if (isShell || path !== SHELL && path in REVISIONS) {
    event.respondWith(kept(path, event.request));
  }
});

/** Only what changed is fetched; one missing file, and the version before stays. */
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(REVISIONS).map(async ([path, revision]) => {
    await cache.put(path, await before(path, revision) ?? await fetched(path, revision));
  }));
}

async function before(path, revision) {
  const known = await caches.match(path);
  return known?.headers.get(BY_REVISION) === revision ? known : undefined;
}

async function fetched(path, revision) {
  const answer = await fetch(path, { cache: 'no-cache', credentials: 'same-origin', redirect: 'error' });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  const headers = new Headers(answer.headers);
  headers.set(BY_REVISION, revision);
  headers.delete('Content-Encoding');
  return new Response(await answer.blob(), { headers });
}

async function throwOldAway() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('toritsugi-interview-') && name !== CACHE).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return await cache.match(path) ?? fetch(request);
}
