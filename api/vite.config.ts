import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles our own code to `.build/api/main.js`; packages stay in node_modules. */
export default defineConfig({
  root: fromHere('.'),
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  build: {
    ssr: 'main.ts',
    outDir: fromHere('../.build/api'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    sourcemap: true,
    // Answers kept under idempotency keys name their class.
    rolldownOptions: { output: { keepNames: true, entryFileNames: 'main.js' } },
  },
});
