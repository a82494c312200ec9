import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  plugins: [react()],
  resolve: {
    // `#core/…` and `#contract/…` lead to the TypeScript sources, as package.json says for this condition.
    conditions: ['source', 'module', 'browser', 'development|production'],
    // The contract's schemas are the server's business; the page only needs methods, paths and types (see inertZod.ts).
    alias: [{ find: /^zod$/, replacement: here('./inertZod.ts') }],
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing as data: address, so that the content security policy can name our own host and no more.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
