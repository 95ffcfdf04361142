import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callingCodeOf } from '../../platform/phone-number.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import type { Account } from './account.entity.ts';
import { Viewer } from './accounts.type.ts';
import { confirmPhone } from './confirm-phone.service.ts';
import { readToday } from './count-text.ts';
import { PhoneCodeInput, PhoneInput } from './phone.inputs.ts';
import { ConfirmPhoneResult, PhoneCountry, RequestCodeResult, SignInWithCodeResult, TextBudget } from './phone.type.ts';
import { removePhone } from './remove-phone.service.ts';
import { requestPhoneChange } from './request-phone-change.service.ts';
import { requestSignInCode } from './request-sign-in-code.service.ts';
import { Role } from './role.ts';
import { signInWithCode } from './sign-in-with-code.service.ts';
import { requireRecentAuthentication, requireRole, requireViewer } from './viewer.ts';

@Resolver(() => Viewer)
export class PhoneResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Their phone number in international form.' })
  phone(@Root() viewer: Account, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('account.phone', viewer.id, viewer.phone);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When they proved that the number is theirs; only then can they sign in with it.',
  })
  phoneVerifiedAt(@Root() viewer: Account): Date | null {
    return viewer.phoneVerifiedAt ?? null;
  }

  @Query(() => [PhoneCountry], { description: 'Countries that codes are sent to.' })
  phoneCountries(@Ctx() { phones }: RequestContext): PhoneCountry[] {
    return [...phones.rules.countries.keys()].map((code) => new PhoneCountry(code, callingCodeOf(code)));
  }

  @Query(() => TextBudget, { description: 'Codes sent by text today and their caps. For operators.' })
  async textBudget(@Ctx() context: RequestContext): Promise<TextBudget> {
    requireRole(context, Role.OPERATOR);
    const { dailyTexts, dailyCost } = context.phones.rules;
    return new TextBudget(await readToday(context.em, context), { texts: dailyTexts, cost: dailyCost });
  }

  @Mutation(() => RequestCodeResult, {
    description: 'Has a code sent to sign in with. The answer is the same whether or not an account has the number.',
  })
  async requestSignInCode(
    @Arg('input', () => PhoneInput, { description: 'The phone.' }) input: PhoneInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestCodeResult> {
    return requestSignInCode(context, input);
  }

  @Mutation(() => SignInWithCodeResult, { description: 'Signs in with a code that came by text.' })
  async signInWithCode(
    @Arg('input', () => PhoneCodeInput, { description: 'The code.' }) input: PhoneCodeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInWithCodeResult> {
    return signInWithCode(context, input);
  }

  @Mutation(() => RequestCodeResult, {
    description: 'Has a code sent to a number that is to be the account’s own. Needs a recent proof of who asks.',
  })
  async requestPhoneChange(
    @Arg('input', () => PhoneInput, { description: 'The new phone.' }) input: PhoneInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestCodeResult> {
    return requestPhoneChange(context, requireRecentAuthentication(context), input);
  }

  @Mutation(() => ConfirmPhoneResult, { description: 'Proves the new number by the code that came to it.' })
  async confirmPhone(
    @Arg('input', () => PhoneCodeInput, { description: 'The code.' }) input: PhoneCodeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ConfirmPhoneResult> {
    return confirmPhone(context, requireViewer(context), input);
  }

  @Mutation(() => Viewer, { description: 'Takes the number off the account. Needs a recent proof of who asks.' })
  async removePhone(@Ctx() context: RequestContext): Promise<Viewer> {
    return removePhone(context, requireRecentAuthentication(context));
  }
}
