import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { LocalizedTextType, toLocalizedTextType } from '../../platform/localized-text.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { requireRecentAuthentication } from '../accounts/index.ts';
import { applyAsProvider } from './apply-as-provider.service.ts';
import { appealSuspension, pauseMyProfile, resumeMyProfile } from './change-own-part.service.ts';
import { payoutEnding } from './domain/payout-number.ts';
import { listOwnServices } from './own-services.ts';
import {
  AppealSuspensionResult,
  ApplyAsProviderResult,
  OwnProfile,
  OwnService,
  PauseMyProfileResult,
  PayoutSummary,
  ResumeMyProfileResult,
  SaveOfferingsResult,
  SavePayoutDetailsResult,
  SaveProviderProfileResult,
  SaveServiceAreaResult,
} from './own-profile.type.ts';
import { requireOwnProvider } from './own-provider.ts';
import { PayoutAccount, SEALED_PAYOUT_ACCOUNT } from './payout-account.entity.ts';
import {
  AppealSuspensionInput,
  ApplyAsProviderInput,
  SaveOfferingsInput,
  SavePayoutDetailsInput,
  SaveProviderProfileInput,
  SaveServiceAreaInput,
} from './provider-profile.inputs.ts';
import { findProviderReason } from './provider-reasons.ts';
import { ProviderTransition } from './provider-transition.entity.ts';
import { Provider } from './provider.entity.ts';
import { saveOfferings } from './save-offerings.service.ts';
import { savePayoutDetails } from './save-payout-details.service.ts';
import { saveProviderProfile } from './save-provider-profile.service.ts';
import { saveServiceArea } from './save-service-area.service.ts';

@Resolver()
export class OwnProfileResolver {
  @Query(() => OwnProfile, { description: 'Your own résumé, in both languages. For providers.' })
  async myProfile(@Ctx() context: RequestContext): Promise<OwnProfile> {
    return { provider: await requireOwnProvider(context) };
  }

  @Query(() => [OwnService], { description: 'All services of your region and which you offer. For providers.' })
  async myServices(@Ctx() context: RequestContext): Promise<OwnService[]> {
    return listOwnServices(context, await requireOwnProvider(context));
  }

  @Mutation(() => ApplyAsProviderResult, { description: 'Makes you an applicant. For whoever has an account.' })
  async applyAsProvider(
    @Arg('input', () => ApplyAsProviderInput, { description: 'Who and where.' }) input: ApplyAsProviderInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ApplyAsProviderResult> {
    return applyAsProvider(context, input);
  }

  @Mutation(() => SaveProviderProfileResult, { description: 'Saves your résumé. For providers.' })
  async saveProviderProfile(
    @Arg('input', () => SaveProviderProfileInput, { description: 'All of it.' }) input: SaveProviderProfileInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveProviderProfileResult> {
    return saveProviderProfile(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => SaveOfferingsResult, { description: 'Saves what you offer and for how much. For providers.' })
  async saveOfferings(
    @Arg('input', () => SaveOfferingsInput, { description: 'Services and prices.' }) input: SaveOfferingsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveOfferingsResult> {
    return saveOfferings(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => SaveServiceAreaResult, { description: 'Saves where you work. For providers.' })
  async saveServiceArea(
    @Arg('input', () => SaveServiceAreaInput, { description: 'From where, how far.' }) input: SaveServiceAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveServiceAreaResult> {
    return saveServiceArea(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => SavePayoutDetailsResult, {
    description: 'Saves where your earnings go. For providers, who must have proved within ten minutes who they are.',
  })
  async savePayoutDetails(
    @Arg('input', () => SavePayoutDetailsInput, { description: 'The account.' }) input: SavePayoutDetailsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SavePayoutDetailsResult> {
    const provider = await requireOwnProvider(context);
    requireRecentAuthentication(context);
    return savePayoutDetails(context, provider, input);
  }

  @Mutation(() => PauseMyProfileResult, { description: 'Takes a break: no new bookings. For providers.' })
  async pauseMyProfile(@Ctx() context: RequestContext): Promise<typeof PauseMyProfileResult> {
    return pauseMyProfile(context, await requireOwnProvider(context));
  }

  @Mutation(() => ResumeMyProfileResult, { description: 'Ends the break. For providers.' })
  async resumeMyProfile(@Ctx() context: RequestContext): Promise<typeof ResumeMyProfileResult> {
    return resumeMyProfile(context, await requireOwnProvider(context));
  }

  @Mutation(() => AppealSuspensionResult, { description: 'Asks to lift your suspension. For providers.' })
  async appealSuspension(
    @Arg('input', () => AppealSuspensionInput, { description: 'Why.' }) input: AppealSuspensionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AppealSuspensionResult> {
    return appealSuspension(context, await requireOwnProvider(context), input.text);
  }
}

@Resolver(() => OwnProfile)
export class OwnProfileFieldsResolver {
  @FieldResolver(() => ID, { description: 'Identifies the provider.' })
  id(@Root() { provider }: OwnProfile): string {
    return provider.id;
  }

  @FieldResolver(() => Provider, { description: 'The part that others see.' })
  provider(@Root() { provider }: OwnProfile): Provider {
    return provider;
  }

  @FieldResolver(() => LocalizedTextType, { description: 'Public name.' })
  displayName(@Root() { provider }: OwnProfile): LocalizedTextType {
    return toLocalizedTextType(provider.displayName);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'One line on what you do best.' })
  headline(@Root() { provider }: OwnProfile): LocalizedTextType {
    return toLocalizedTextType(provider.headline);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'Your own words.' })
  about(@Root() { provider }: OwnProfile): LocalizedTextType {
    return toLocalizedTextType(provider.about);
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'What you are known for.' })
  specialities(@Root() { provider }: OwnProfile): LocalizedTextType[] {
    return provider.specialities.map(toLocalizedTextType);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The place you start from; null: none chosen from the list.',
  })
  startPlaceId(@Root() { provider }: OwnProfile): string | null {
    return provider.startPlace ?? null;
  }

  @FieldResolver(() => Int, { description: 'How far you go, in metres; 0: not said yet.' })
  serviceRadiusMetres(@Root() { provider }: OwnProfile): number {
    return provider.serviceRadiusMetres;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when an application or an appeal of yours waits for an answer; null: none does.',
  })
  awaitingSince(@Root() { provider }: OwnProfile): Date | null {
    return provider.awaitingSince ?? null;
  }

  @FieldResolver(() => PayoutSummary, { nullable: true, description: 'Where your earnings go; null: not said yet.' })
  async payout(@Root() { provider }: OwnProfile, @Ctx() context: RequestContext): Promise<PayoutSummary | null> {
    const [row] = await context.loaders.list(PayoutAccount, 'provider', provider.id);
    if (row === undefined) return null;
    const { holder, number } = context.vault.openRow(SEALED_PAYOUT_ACCOUNT, row);
    return { kind: row.kind, holder, ending: payoutEnding(number), savedAt: row.savedAt };
  }

  @FieldResolver(() => [ProviderTransition], { description: 'What became of your part so far, latest first.' })
  async history(@Root() { provider }: OwnProfile, @Ctx() context: RequestContext): Promise<ProviderTransition[]> {
    return context.loaders.list(ProviderTransition, 'provider', provider.id, { id: 'desc' });
  }
}

@Resolver(() => ProviderTransition)
export class ProviderTransitionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The reason in words, where an operator decided.' })
  reason(@Root() { act, reasonCode }: ProviderTransition, @Ctx() context: RequestContext): string | null {
    const reason = reasonCode === null ? null : findProviderReason(act, reasonCode);
    return reason === null ? null : localize(reason.label, context.locale);
  }
}
