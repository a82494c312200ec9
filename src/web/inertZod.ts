/**
 * Stands in for zod in the browser's bundle (vite.config.ts swaps it). An endpoint keeps its path and its schemas in one
 * value; the page needs the path and the types, never the schemas: the server has checked every reply, and checks every
 * request. So `z` here answers each property and each call with itself, and 60 kB stay out of the page.
 */
const inert: unknown = new Proxy(() => inert, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return () => 'zod does not run in the browser';
    // No thenable, or awaiting a schema would never end; no iterator that never ends.
    if (key === 'then') return undefined;
    if (key === Symbol.iterator) return () => [][Symbol.iterator]();
    return inert;
  },
  apply: () => inert,
});

export const z = inert;
