import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import {
  ChangePasswordInput,
  RequestEmailChangeInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
  VerifyEmailInput,
} from './accounts.inputs.ts';
import {
  ChangePasswordResult,
  ConfirmEmailChangeResult,
  DeviceSession,
  RequestEmailChangeResult,
  RequestPasswordResetResult,
  ResetPasswordResult,
  VerifyEmailResult,
} from './account-security.type.ts';
import { changePassword } from './change-password.service.ts';
import { confirmEmailChange } from './confirm-email-change.service.ts';
import { listDeviceSessions } from './list-device-sessions.ts';
import { requestEmailChange } from './request-email-change.service.ts';
import { requestPasswordReset } from './request-password-reset.service.ts';
import { resetPassword } from './reset-password.service.ts';
import { revokeOtherSessions, revokeSession } from './revoke-session.service.ts';
import { verifyEmail } from './verify-email.service.ts';

@Resolver()
export class AccountSecurityResolver {
  @Query(() => [DeviceSession], { description: 'Where one is signed in, last used first; the hundred latest.' })
  async mySessions(@Ctx() context: RequestContext): Promise<DeviceSession[]> {
    return listDeviceSessions(context);
  }

  @Mutation(() => VerifyEmailResult, {
    description: 'Proves the address of a sign-up, makes its account and signs it in.',
  })
  async verifyEmail(
    @Arg('input', () => VerifyEmailInput, { description: 'The link.' }) input: VerifyEmailInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VerifyEmailResult> {
    return verifyEmail(context, input);
  }

  @Mutation(() => RequestPasswordResetResult, { description: 'Has a link to set a new password sent.' })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose.' }) input: RequestPasswordResetInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestPasswordResetResult> {
    return requestPasswordReset(context, input);
  }

  @Mutation(() => ResetPasswordResult, { description: 'Sets a new password by a link and signs out everywhere.' })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'Link and password.' }) input: ResetPasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ResetPasswordResult> {
    return resetPassword(context, input);
  }

  @Mutation(() => ChangePasswordResult, { description: 'Replaces the password and signs out everywhere else.' })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'Old and new.' }) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangePasswordResult> {
    return changePassword(context, input);
  }

  @Mutation(() => RequestEmailChangeResult, {
    description:
      'Has a link sent to another address, to sign in with that from then on. Needs a proof within ten minutes.',
  })
  async requestEmailChange(
    @Arg('input', () => RequestEmailChangeInput, { description: 'Which.' }) input: RequestEmailChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestEmailChangeResult> {
    return requestEmailChange(context, input);
  }

  @Mutation(() => ConfirmEmailChangeResult, { description: 'Proves the other address, and changes to it.' })
  async confirmEmailChange(
    @Arg('token', () => String, { description: 'What follows # in the link.' }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmEmailChangeResult> {
    return confirmEmailChange(context, token);
  }

  @Mutation(() => Boolean, { description: 'Signs one of one’s own devices out; false when there is no such session.' })
  async revokeSession(
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return revokeSession(context, id);
  }

  @Mutation(() => Int, { description: 'Signs out everywhere but here; says how many devices that were.' })
  async revokeOtherSessions(@Ctx() context: RequestContext): Promise<number> {
    return revokeOtherSessions(context);
  }
}
