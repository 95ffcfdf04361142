import type { RouteRecordRaw } from 'vue-router';

/** Ways in, and the pages of one's own account. */
export const accountRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('@/pages/SignInPage.vue'),
    meta: { title: 'signIn', texts: ['account', 'factors', 'phone'] },
  },
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('@/pages/SignUpPage.vue'),
    meta: { title: 'signUp', texts: ['account'] },
  },
  {
    path: '/forgot-password',
    name: 'forgot-password',
    component: () => import('@/pages/ForgotPasswordPage.vue'),
    meta: { title: 'forgotPassword', texts: ['account'] },
  },
  {
    path: '/reset-password',
    name: 'reset-password',
    component: () => import('@/pages/ResetPasswordPage.vue'),
    meta: { title: 'resetPassword', texts: ['account'] },
  },
  {
    path: '/verify-email',
    name: 'verify-email',
    component: () => import('@/pages/VerifyEmailPage.vue'),
    meta: { title: 'verifyEmail', texts: ['account'] },
  },
  {
    path: '/confirm-email',
    name: 'confirm-email',
    component: () => import('@/pages/ConfirmEmailPage.vue'),
    meta: { title: 'confirmEmail', texts: ['account'] },
  },
  {
    path: '/account/security',
    name: 'account-security',
    component: () => import('@/pages/AccountSecurityPage.vue'),
    meta: { title: 'security', texts: ['security', 'factors', 'phone'], needsAccount: true },
  },
  {
    path: '/account/household',
    name: 'account-household',
    component: () => import('@/pages/AccountHouseholdPage.vue'),
    meta: { title: 'household', texts: ['household', 'security'], needsAccount: true },
  },
  {
    path: '/invitation',
    name: 'invitation',
    component: () => import('@/pages/InvitationPage.vue'),
    meta: { title: 'invitation', texts: ['household', 'account', 'factors', 'phone'] },
  },
  {
    path: '/account/privacy',
    name: 'account-privacy',
    component: () => import('@/pages/AccountPrivacyPage.vue'),
    meta: { title: 'privacy', texts: ['security', 'privacy'], needsAccount: true },
  },
  { path: '/account', redirect: { name: 'account-security' } },
];
