import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { completeSecondFactor } from './complete-second-factor.service.ts';
import { confirmTotp } from './confirm-totp.service.ts';
import { findSecondFactors } from './find-second-factors.ts';
import { reauthenticate } from './reauthenticate.service.ts';
import { removeSecondFactor } from './remove-second-factor.service.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.service.ts';
import { resetSecondFactors } from './reset-second-factors.service.ts';
import {
  CompleteSecondFactorInput,
  ConfirmTotpInput,
  ReauthenticateInput,
  RemoveSecondFactorInput,
  ResetSecondFactorsInput,
  StartTotpInput,
} from './second-factors.inputs.ts';
import {
  CompleteSecondFactorResult,
  ConfirmTotpResult,
  ReauthenticateResult,
  RemoveSecondFactorResult,
  RenewRecoveryCodesResult,
  ResetSecondFactorsResult,
  SecondFactors,
  StartTotpResult,
} from './second-factors.type.ts';
import { startTotp } from './start-totp.service.ts';
import { requireViewer } from './viewer.ts';

@Resolver()
export class SecondFactorsResolver {
  @Query(() => SecondFactors, { description: 'What the account of whoever asks can prove itself with.' })
  async mySecondFactors(@Ctx() context: RequestContext): Promise<SecondFactors> {
    return findSecondFactors(context, requireViewer(context));
  }

  @Mutation(() => StartTotpResult, { description: 'Begins with an authenticator app; its first code makes it count.' })
  async startTotp(
    @Arg('input', () => StartTotpInput, { description: 'The app.' }) input: StartTotpInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartTotpResult> {
    return startTotp(context, input);
  }

  @Mutation(() => ConfirmTotpResult, { description: 'Makes an authenticator app count, by its first code.' })
  async confirmTotp(
    @Arg('input', () => ConfirmTotpInput, { description: 'The app and its code.' }) input: ConfirmTotpInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmTotpResult> {
    return confirmTotp(context, input);
  }

  @Mutation(() => CompleteSecondFactorResult, { description: 'Ends a sign-in by its second factor.' })
  async completeSecondFactor(
    @Arg('input', () => CompleteSecondFactorInput, { description: 'The sign-in and the factor.' })
    input: CompleteSecondFactorInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CompleteSecondFactorResult> {
    return completeSecondFactor(context, input);
  }

  @Mutation(() => RemoveSecondFactorResult, { description: 'Takes an authenticator app or a passkey away.' })
  async removeSecondFactor(
    @Arg('input', () => RemoveSecondFactorInput, { description: 'The factor.' }) input: RemoveSecondFactorInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemoveSecondFactorResult> {
    return removeSecondFactor(context, input);
  }

  @Mutation(() => RenewRecoveryCodesResult, { description: 'Gives out new recovery codes in place of the old ones.' })
  async renewRecoveryCodes(@Ctx() context: RequestContext): Promise<typeof RenewRecoveryCodesResult> {
    return renewRecoveryCodes(context);
  }

  @Mutation(() => ResetSecondFactorsResult, {
    description: 'Takes all factors of somebody who lost them away. For administrators.',
  })
  async resetSecondFactors(
    @Arg('input', () => ResetSecondFactorsInput, { description: 'Whose, and why.' }) input: ResetSecondFactorsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ResetSecondFactorsResult> {
    return resetSecondFactors(context, input);
  }

  @Mutation(() => ReauthenticateResult, {
    description: 'Proves again who is signed in, for what must not be done on a device that was merely left open.',
  })
  async reauthenticate(
    @Arg('input', () => ReauthenticateInput, { description: 'The proof.' }) input: ReauthenticateInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReauthenticateResult> {
    return reauthenticate(context, input);
  }
}
