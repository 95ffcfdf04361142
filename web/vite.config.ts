import { fileURLToPath } from 'node:url';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: fromHere('.'),
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  plugins: [
    vue(),
    ui({
      root: fromHere('..'),
      colorMode: false,
      autoImport: false,
      components: false,
      dts: false,
      icon: { clientBundle: { scan: true } },
      experimental: { componentDetection: ['Modal', 'Slideover'] },
    }),
  ],
  resolve: { alias: { '@': fromHere('./src') } },
  server: { port: 5173, proxy: { '/graphql': process.env['DOORSTEP_API'] ?? 'http://127.0.0.1:4000' } },
  build: {
    outDir: fromHere('../.build/web'),
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    assetsInlineLimit: 0,
  },
});
