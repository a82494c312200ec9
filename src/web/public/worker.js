// Lets the page open without a network, as an installed app. It keeps the page's own files and nothing else: what the
// server says under /api depends on who asks and is never kept here. Decisions that wait are the page's business.
const KEPT = 'pooled-page';
const PAGE = '/index-of-the-page';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !/^\/(api|docs|openapi\.json|metrics|healthz|readyz)/.test(url.pathname)) {
    event.respondWith(newest(request, PAGE));
  } else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(file(request));
  } else if (url.pathname === '/scheme.js' || url.pathname === '/favicon.svg') {
    event.respondWith(newest(request, request));
  }
});

// A first visit began before there was a worker: it names the files that it has fetched. They come from the browser's own store.
self.addEventListener('message', event => {
  const files = Array.isArray(event.data?.files) ? event.data.files : [];
  event.waitUntil(keepVisit(files.map(name => new URL(name, self.location.origin))));
});

async function keepVisit(urls) {
  const ours = urls.filter(({ origin }) => origin === self.location.origin);
  await newest(new Request('/'), PAGE);
  await Promise.allSettled([
    ...ours.filter(({ pathname }) => pathname.startsWith('/assets/')).map(url => file(new Request(url))),
    ...['/scheme.js', '/favicon.svg'].map(name => newest(new Request(name), new Request(name))),
  ]);
}

// The page is one file for every address: always the newest while the network is there, the last known one without it.
async function newest(request, name) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (name !== PAGE) {
      if (answer.ok) await kept.put(name, answer.clone());
    } else if (answer.ok && answer.headers.get('content-type')?.includes('text/html')) {
      await kept.put(PAGE, answer.clone());
      void tidy(kept, await answer.clone().text());
    }
    return answer;
  } catch (problem) {
    const last = await kept.match(name);
    if (last) return last;
    throw problem;
  }
}

// Files under /assets bear their hash: what is kept is right for ever.
async function file(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

// When the page names another main file, a new build is there: the files of the old one go.
async function tidy(kept, text) {
  const main = /\/assets\/[^"]+\.js/.exec(text)?.[0];
  const keys = await kept.keys();
  if (!main || keys.some(key => new URL(key.url).pathname === main)) return;
  const old = keys.filter(key => new URL(key.url).pathname.startsWith('/assets/'));
  await Promise.all(old.map(key => kept.delete(key)));
}
