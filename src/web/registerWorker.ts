/** The page as an installed app that opens without a network; where the browser has no workers, all goes on without one. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    // Refused in private windows, for one: nothing is lost but the way in without a network.
    navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  });
}
