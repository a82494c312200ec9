/** The page as an installed app that opens without a network; where the browser has no workers, all goes on without one. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  window.addEventListener('load', () => {
    // Refused in private windows, for one: nothing is lost but the way in without a network.
    serviceWorker.register('/worker.js').catch(() => undefined);
  });
  // What the very first visit fetched went past the worker, which was not there yet: it is told what to keep of it.
  if (serviceWorker.controller) return;
  serviceWorker.addEventListener(
    'controllerchange',
    () => {
      const files = performance.getEntriesByType('resource').map(entry => entry.name);
      serviceWorker.controller?.postMessage({ files });
    },
    { once: true },
  );
}
