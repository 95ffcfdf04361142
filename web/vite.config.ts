import { fileURLToPath } from 'node:url';
import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const api = process.env['DOORSTEP_API'] ?? 'http://127.0.0.1:4000';

/** The first page and its texts are asked for together with the shell, not one round trip after it. */
function preloadFirstPage(): Plugin {
  const first =
    /pages[\\/]HomePage\.vue$|features[\\/]search[\\/]SearchForm\.vue$|locales[\\/][^\\/]+[\\/](shell|search)\.json$/;
  return {
    name: 'doorstep:preload-first-page',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => first.test(id)))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `/${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}

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
    preloadFirstPage(),
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
  server: { port: 5173, proxy: { '/graphql': { target: api, ws: true }, '/uploads': api, '/files': api } },
  build: {
    outDir: fromHere('../.build/web'),
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The kit must stay out of what every page loads; what every page loads comes in two files, not in twenty.
            {
              name: 'kit',
              priority: 1,
              test: /reka-ui|@nuxt[\\/]ui|tailwind-|@vueuse|@floating-ui|@internationalized|nuxt-ui|src[\\/]ui[\\/]kit/,
            },
            {
              name: 'vue',
              priority: 3,
              test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify|@urql|@0no-co|wonka)[\\/]/,
            },
            {
              name: 'shell',
              priority: 2,
              test: /src[\\/](app[\\/]|generated[\\/]|ui[\\/](?!kit|MarkdownText|FileUpload|Evidence|(?:use-uploads|send-file|picture-fit)\\.))/,
            },
          ],
        },
      },
    },
  },
});
