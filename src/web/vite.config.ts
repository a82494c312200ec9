import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Character maps, fonts and colour profiles that PDFs rely on, under the version of the library that asks for them. */
function pdfResources(): Plugin {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }; // every package has one
  return {
    name: 'pdf-resources',
    apply: 'build',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'iccs', 'wasm']) {
        const from = join(dirname(manifest), folder);
        for (const file of readdirSync(from)) {
          // The page's policy allows no WebAssembly: pdf.js takes the script beside it.
          if (file.endsWith('.wasm')) continue;
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf-${version}/${folder}/${file}`,
            source: readFileSync(join(from, file)),
          });
        }
      }
    },
  };
}

export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  plugins: [react(), pdfResources()],
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
