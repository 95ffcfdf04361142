import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@/generated/graphql';

const ops: readonly Role[] = ['OPERATOR'];
const trainers: readonly Role[] = ['OPERATOR', 'ADMINISTRATOR'];

/** The desks of operators and administrators. */
export const opsRoutes: readonly RouteRecordRaw[] = [
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
    path: '/ops/cases',
    name: 'ops-cases',
    component: () => import('@/pages/OpsCasesPage.vue'),
    meta: { title: 'cases', texts: ['support'], roles: ops, desk: true },
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
    path: '/ops/bookings/:id',
    name: 'ops-booking',
    props: true,
    component: () => import('@/pages/OpsBookingPage.vue'),
    meta: { title: 'opsBooking', texts: ['operations', 'moves'], roles: ops, desk: true },
  },
  {
    path: '/ops/ledger',
    name: 'ops-ledger',
    component: () => import('@/pages/OpsLedgerPage.vue'),
    meta: { title: 'opsLedger', texts: ['ledger'], roles: ops, desk: true },
  },
  {
    path: '/ops/reports',
    name: 'ops-reports',
    component: () => import('@/pages/OpsReportsPage.vue'),
    meta: { title: 'opsReports', texts: ['message-reports', 'messages'], roles: ops, desk: true },
  },
  {
    path: '/ops/policies',
    name: 'ops-policies',
    component: () => import('@/pages/OpsPoliciesPage.vue'),
    meta: { title: 'regionPolicies', texts: ['region-policies'], roles: ops, desk: true },
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
    meta: { title: 'opsCourse', texts: ['course-desk', 'upload'], roles: trainers, desk: true },
  },
  {
    path: '/ops/providers',
    name: 'ops-providers',
    component: () => import('@/pages/OpsProvidersPage.vue'),
    meta: { title: 'opsProviders', texts: ['provider-oversight'], roles: ops, desk: true },
  },
  {
    path: '/ops/providers/:id',
    name: 'ops-provider',
    props: true,
    component: () => import('@/pages/OpsProviderPage.vue'),
    meta: { title: 'opsProvider', texts: ['provider-oversight', 'onboarding'], roles: ops, desk: true },
  },
  {
    path: '/ops/admin',
    name: 'ops-admin',
    component: () => import('@/pages/OpsAccountsPage.vue'),
    meta: { title: 'accounts', texts: ['account-admin'], roles: ['ADMINISTRATOR'], desk: true },
  },
  {
    path: '/ops/admin/:id',
    name: 'ops-account',
    props: true,
    component: () => import('@/pages/OpsAccountPage.vue'),
    meta: { title: 'account', texts: ['account-admin'], roles: ['ADMINISTRATOR'], desk: true },
  },
  { path: '/ops', redirect: { name: 'ops-outbox' } },
];
