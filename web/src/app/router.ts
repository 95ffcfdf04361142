import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import type { Role } from '@/generated/graphql';
import { accountRoutes } from './account-routes';
import { opsRoutes } from './ops-routes';
import { loadTexts } from './i18n';
import { useViewer, viewerKnown } from './viewer-session';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key under `shell.title`. */
    title: string;
    /** Text files the page needs (`src/locales/<language>/<name>.json`). */
    texts?: readonly string[];
    /** Whoever has one of these roles may enter; others are asked to sign in or told that it is not theirs. */
    roles?: readonly Role[];
    needsAccount?: boolean;
    /** The search of the home page keeps its own focus; the shell leaves out the footer on working desks. */
    desk?: boolean;
  }
}

const pro: readonly Role[] = ['PROVIDER'];

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('@/pages/HomePage.vue'), meta: { title: 'home' } },
  {
    path: '/search',
    name: 'search',
    component: () => import('@/pages/SearchPage.vue'),
    meta: { title: 'search', texts: ['results'] },
  },
  {
    path: '/providers/:id',
    name: 'provider',
    props: true,
    component: () => import('@/pages/ProviderPage.vue'),
    meta: { title: 'provider', texts: ['provider', 'results'] },
  },
  {
    path: '/book',
    name: 'book',
    component: () => import('@/pages/BookPage.vue'),
    meta: { title: 'book', texts: ['booking', 'series', 'account', 'provider', 'factors', 'phone'] },
  },
  {
    path: '/bookings',
    name: 'bookings',
    component: () => import('@/pages/BookingsPage.vue'),
    meta: { title: 'bookings', texts: ['visits', 'visit-day', 'series'], needsAccount: true },
  },
  {
    path: '/bookings/series/:id',
    name: 'series',
    props: true,
    component: () => import('@/pages/BookingSeriesPage.vue'),
    meta: { title: 'series', texts: ['visits', 'series', 'moves'], needsAccount: true },
  },
  {
    path: '/bookings/:id',
    name: 'booking',
    props: true,
    component: () => import('@/pages/BookingPage.vue'),
    meta: {
      title: 'booking',
      texts: ['visits', 'visit-day', 'messages', 'series', 'upload', 'moves'],
      needsAccount: true,
    },
  },
  {
    path: '/messages',
    name: 'messages',
    component: () => import('@/pages/MessagesPage.vue'),
    meta: { title: 'messages', texts: ['messages', 'upload'], needsAccount: true },
  },
  {
    path: '/messages/:id',
    name: 'conversation',
    props: true,
    component: () => import('@/pages/ConversationPage.vue'),
    meta: { title: 'conversation', texts: ['messages', 'upload'], needsAccount: true, desk: true },
  },
  {
    path: '/waitlist',
    name: 'waitlist',
    component: () => import('@/pages/WaitlistPage.vue'),
    meta: { title: 'waitlist', texts: ['waitlist'], needsAccount: true },
  },
  ...accountRoutes,
  {
    path: '/verify/:code',
    name: 'verify',
    props: true,
    component: () => import('@/pages/VerifyPage.vue'),
    meta: { title: 'verify', texts: ['verify'] },
  },
  {
    path: '/pro',
    name: 'pro-today',
    component: () => import('@/pages/ProTodayPage.vue'),
    meta: { title: 'proToday', texts: ['provider-diary'], roles: pro },
  },
  {
    path: '/pro/visits/:id',
    name: 'pro-visit',
    props: true,
    component: () => import('@/pages/ProVisitPage.vue'),
    meta: { title: 'proVisit', texts: ['visit-day', 'upload', 'moves'], roles: pro },
  },
  {
    path: '/pro/week',
    name: 'pro-week',
    component: () => import('@/pages/ProWeekPage.vue'),
    meta: { title: 'proWeek', texts: ['provider-diary', 'moves'], roles: pro },
  },
  {
    path: '/pro/hours',
    name: 'pro-hours',
    component: () => import('@/pages/ProHoursPage.vue'),
    meta: { title: 'proHours', texts: ['provider-diary'], roles: pro },
  },
  {
    path: '/pro/credentials',
    name: 'pro-credentials',
    component: () => import('@/pages/ProCredentialsPage.vue'),
    meta: { title: 'proCredentials', texts: ['provider-credentials', 'provider-diary', 'upload'], roles: pro },
  },
  {
    path: '/pro/courses',
    name: 'pro-courses',
    component: () => import('@/pages/ProCoursesPage.vue'),
    meta: { title: 'proCourses', texts: ['courses', 'provider-diary'], roles: pro },
  },
  {
    path: '/pro/courses/:id',
    name: 'pro-course',
    props: true,
    component: () => import('@/pages/ProCoursePage.vue'),
    meta: { title: 'proCourse', texts: ['courses', 'provider-diary'], roles: pro },
  },
  {
    path: '/pro/onboarding',
    name: 'pro-onboarding',
    component: () => import('@/pages/ProOnboardingPage.vue'),
    meta: { title: 'onboarding', texts: ['onboarding', 'own-profile', 'provider-diary'], needsAccount: true },
  },
  {
    path: '/pro/profile',
    name: 'pro-profile',
    component: () => import('@/pages/ProProfilePage.vue'),
    meta: { title: 'proProfile', texts: ['own-profile', 'onboarding', 'provider-diary'], roles: pro },
  },
  {
    path: '/pro/level',
    name: 'pro-level',
    component: () => import('@/pages/ProLevelPage.vue'),
    meta: { title: 'proLevel', texts: ['provider-level', 'own-profile', 'provider-diary'], roles: pro },
  },
  {
    path: '/pro/payout',
    name: 'pro-payout',
    component: () => import('@/pages/ProPayoutPage.vue'),
    meta: { title: 'proPayout', texts: ['own-profile', 'provider-diary'], roles: pro },
  },
  {
    path: '/pro/earnings',
    name: 'pro-earnings',
    component: () => import('@/pages/ProEarningsPage.vue'),
    meta: { title: 'proEarnings', texts: ['earnings', 'own-profile', 'provider-diary'], roles: pro },
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('@/pages/AuditPage.vue'),
    meta: { title: 'audit', texts: ['audit-desk', 'evidence-viewer'], roles: ['AUDITOR'], desk: true },
  },
  {
    path: '/audit/reaudits',
    name: 'audit-reaudits',
    component: () => import('@/pages/ReauditPage.vue'),
    meta: { title: 'reaudits', texts: ['audit-desk', 'evidence-viewer'], roles: ['AUDITOR'], desk: true },
  },
  {
    path: '/audit/agreement',
    name: 'audit-agreement',
    component: () => import('@/pages/AgreementPage.vue'),
    meta: { title: 'agreement', texts: ['audit-desk'], roles: ['AUDITOR', 'OPERATOR'], desk: true },
  },
  ...opsRoutes,
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('@/pages/MissingPage.vue'),
    meta: { title: 'notFound' },
  },
];

/** Names an element of the page; what follows # in the links of messages is a token. */
const isAnchor = (hash: string): boolean => /^#[a-z][a-z-]*$/.test(hash);

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) =>
    saved ?? (to.path === from.path ? undefined : isAnchor(to.hash) ? { el: to.hash } : { top: 0 }),
});

router.beforeEach(async (to) => {
  await loadTexts(to.meta.texts ?? []);
  if (!to.meta.roles && !to.meta.needsAccount) return true;
  await viewerKnown();
  const { isSignedIn, known } = useViewer();
  // When the server could not be asked, the page itself shows that and offers a retry.
  if (known.value && !isSignedIn.value) return { name: 'sign-in', query: { next: to.fullPath } };
  return true;
});
