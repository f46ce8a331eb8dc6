import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { preloadStart } from './scripts/lib/preload-start.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const isTest = process.env.VITEST !== undefined;

/**
 * Main, preload and hub: one CommonJS file each, everything bundled but what Electron itself provides
 * and what must lie beside it as files.
 */
const nodeBundle = (
  name: 'main' | 'preload' | 'hub',
  entry: string,
  external: string[],
): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'node18',
    outDir: at(`dist/${name}`),
    emptyOutDir: true,
    ssr: true,
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: { [name]: at(entry) },
      platform: 'node',
      external,
      output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
    },
  },
});

/** PGlite reads its WASM and data from beside its code; the others are optional and not installed. */
const BESIDE_HUB = [
  '@electric-sql/pglite',
  '@electric-sql/pglite/nodefs',
  'pg-native',
  'bufferutil',
  'utf-8-validate',
];

export default defineConfig({
  root: isTest ? at('.') : at('renderer'),
  base: '/',
  publicDir: false,
  // Tests of the shared rules need no plugin, and vitest starts faster without.
  plugins: isTest ? [] : [react(), preloadStart()],
  resolve: { alias: { '@shared': at('shared'), '@': at('renderer') } },
  worker: { format: 'es' },
  server: { port: 5317, strictPort: true, fs: { allow: [at('.')] } },
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        // The content security policy allows no inline script and no data: font.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 800,
        rolldownOptions: { input: at('renderer/index.html') },
      },
    },
    main: nodeBundle('main', 'electron/main/main.ts', ['electron']),
    preload: nodeBundle('preload', 'electron/preload/preload.ts', ['electron']),
    hub: nodeBundle('hub', 'electron/hub/hub.ts', BESIDE_HUB),
  },
  builder: {
    async buildApp(builder) {
      const { client, main, preload, hub } = builder.environments;
      for (const environment of [client, main, preload, hub]) {
        if (environment) await builder.build(environment);
      }
    },
  },
  test: {
    root: at('.'),
    include: ['{shared,renderer,electron,scripts}/**/*.test.{ts,tsx}'],
    setupFiles: [at('scripts/lib/tests/seed.setup.ts')],
    environment: 'node',
    restoreMocks: true,
  },
});
