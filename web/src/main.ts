import { createApp } from 'vue';
import App from './app/App.vue';
import { installGraphql } from './app/graphql-client';
import { installI18n } from './app/i18n';
import { router } from './app/router';
import { viewerKnown } from './app/viewer-session';
import './app/theme';
import './ui/base.css';

const app = createApp(App);
installGraphql(app);
void viewerKnown();
// The first page, its texts and the shell's texts are fetched side by side; the first paint then has all of them.
app.use(router);
await Promise.all([installI18n(app), router.isReady()]);
app.mount('#app');
