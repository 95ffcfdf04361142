import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import type { Role } from '@/generated/graphql';
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
const ops: readonly Role[] = ['OPERATOR'];
const trainers: readonly Role[] = ['OPERATOR', 'ADMINISTRATOR'];

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
    meta: { title: 'book', texts: ['booking', 'account', 'provider', 'factors'] },
  },
  {
    path: '/bookings',
    name: 'bookings',
    component: () => import('@/pages/BookingsPage.vue'),
    meta: { title: 'bookings', texts: ['visits'], needsAccount: true },
  },
  {
    path: '/bookings/:id',
    name: 'booking',
    props: true,
    component: () => import('@/pages/BookingPage.vue'),
    meta: { title: 'booking', texts: ['visits'], needsAccount: true },
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('@/pages/SignInPage.vue'),
    meta: { title: 'signIn', texts: ['account', 'factors'] },
  },
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('@/pages/SignUpPage.vue'),
    meta: { title: 'signUp', texts: ['account'] },
  },
  {
    path: '/account/security',
    name: 'account-security',
    component: () => import('@/pages/AccountSecurityPage.vue'),
    meta: { title: 'security', texts: ['security', 'factors'], needsAccount: true },
  },
  { path: '/account', redirect: { name: 'account-security' } },
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
    path: '/pro/week',
    name: 'pro-week',
    component: () => import('@/pages/ProWeekPage.vue'),
    meta: { title: 'proWeek', texts: ['provider-diary'], roles: pro },
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
  {
    path: '/ops/credential-types',
    name: 'ops-credential-types',
    component: () => import('@/pages/OpsCredentialTypesPage.vue'),
    meta: { title: 'credentialTypes', texts: ['credential-oversight'], roles: ops, desk: true },
  },
  {
    path: '/ops/credentials',
    name: 'ops-credentials',
    component: () => import('@/pages/OpsCredentialsPage.vue'),
    meta: { title: 'opsCredentials', texts: ['credential-oversight'], roles: ops, desk: true },
  },
  {
    path: '/ops/substitutions',
    name: 'ops-substitutions',
    component: () => import('@/pages/OpsSubstitutionsPage.vue'),
    meta: { title: 'substitutions', texts: ['credential-oversight'], roles: ops, desk: true },
  },
  {
    path: '/ops/outbox',
    name: 'ops-outbox',
    component: () => import('@/pages/OpsOutboxPage.vue'),
    meta: { title: 'outbox', texts: ['operations'], roles: ops, desk: true },
  },
  {
    path: '/ops/bookings',
    name: 'ops-bookings',
    component: () => import('@/pages/OpsBookingsPage.vue'),
    meta: { title: 'opsBookings', texts: ['operations'], roles: ops, desk: true },
  },
  {
    path: '/ops/audit',
    name: 'ops-audit',
    component: () => import('@/pages/OpsAuditPage.vue'),
    meta: { title: 'auditLog', texts: ['audit-log'], roles: ['OPERATOR', 'ADMINISTRATOR'], desk: true },
  },
  {
    path: '/ops/courses',
    name: 'ops-courses',
    component: () => import('@/pages/OpsCoursesPage.vue'),
    meta: { title: 'opsCourses', texts: ['course-desk'], roles: trainers, desk: true },
  },
  {
    path: '/ops/courses/:id',
    name: 'ops-course',
    props: true,
    component: () => import('@/pages/OpsCoursePage.vue'),
    meta: { title: 'opsCourse', texts: ['course-desk'], roles: trainers, desk: true },
  },
  { path: '/ops', redirect: { name: 'ops-outbox' } },
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('@/pages/MissingPage.vue'),
    meta: { title: 'notFound' },
  },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) =>
    saved ?? (to.path === from.path ? undefined : to.hash ? { el: to.hash } : { top: 0 }),
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
