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
await installI18n(app);
app.use(router).mount('#app');
