import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Viewer } from './accounts.type.ts';
import { ConsentPurpose } from './consent-purpose.ts';
import { listStandings, present } from './consent-standing.ts';
import { CONSENT_TEXTS } from './consent-texts.ts';
import { ConsentInput } from './consents.inputs.ts';
import { ConsentStanding, ConsentText, GiveConsentResult, WithdrawConsentResult } from './consents.type.ts';
import { giveConsent } from './give-consent.service.ts';
import { requireViewer } from './viewer.ts';
import { withdrawConsent } from './withdraw-consent.service.ts';

@Resolver(() => Viewer)
export class ConsentsResolver {
  @Query(() => [ConsentText], { description: 'The texts that people agree to, in their present versions.' })
  consentTexts(@Ctx() { locale }: RequestContext): ConsentText[] {
    return CONSENT_TEXTS.map((text) => present(text, locale));
  }

  @FieldResolver(() => [ConsentStanding], { description: 'How they stand to each text.' })
  async consents(@Root() viewer: Viewer, @Ctx() { em, locale }: RequestContext): Promise<ConsentStanding[]> {
    return listStandings(em, viewer.id, locale);
  }

  @Mutation(() => GiveConsentResult, { description: 'Agrees to the present version of a text.' })
  async giveConsent(
    @Arg('input', () => ConsentInput, { description: 'The text as it was read.' }) input: ConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof GiveConsentResult> {
    return giveConsent(context, requireViewer(context), input);
  }

  @Mutation(() => WithdrawConsentResult, { description: 'Takes a consent back that an account can do without.' })
  async withdrawConsent(
    @Arg('purpose', () => ConsentPurpose, { description: 'What it is about.' }) purpose: ConsentPurpose,
    @Ctx() context: RequestContext,
  ): Promise<typeof WithdrawConsentResult> {
    return withdrawConsent(context, requireViewer(context), purpose);
  }
}
