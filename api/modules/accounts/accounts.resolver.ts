import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../platform/connection.ts';
import { isLocale } from '../../kernel/locale.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import { SignInInput, SignUpInput } from './accounts.inputs.ts';
import { DemoAccount, SignInResult, SignUpResult, Viewer } from './accounts.type.ts';
import { Address } from './address.entity.ts';
import { closeSession } from './session-token.ts';
import { signIn } from './sign-in.service.ts';
import { signUp } from './sign-up.service.ts';
import { householdOf, requireViewer } from './viewer.ts';

@Resolver(() => Viewer)
export class AccountsResolver {
  @Query(() => Viewer, { nullable: true, description: 'The person who asks; null for a visitor.' })
  async viewer(@Ctx() context: RequestContext): Promise<Viewer | null> {
    return context.viewer === null ? null : context.loaders.find(Account, context.viewer.accountId);
  }

  @Query(() => [DemoAccount], { description: 'Accounts to try the demo with; empty unless demo data is loaded.' })
  async demoAccounts(@Ctx() context: RequestContext): Promise<DemoAccount[]> {
    return asSystem(() =>
      context.em.find(Account, { isDemo: true }, { orderBy: { id: 'asc' }, disableIdentityMap: true }),
    );
  }

  @FieldResolver(() => String, { description: 'The address they sign in with.' })
  email(@Root() viewer: Viewer, @Ctx() { vault }: RequestContext): string {
    return vault.open('account.email', viewer.id, viewer.email);
  }

  @FieldResolver(() => [Address], { description: 'Places of the household, newest last.' })
  async addresses(@Root() viewer: Viewer, @Ctx() context: RequestContext): Promise<Address[]> {
    return context.loaders.list(Address, 'account', householdOf(context, viewer.id));
  }

  @Mutation(() => SignUpResult, { description: 'Makes a household account and signs it in.' })
  async signUp(
    @Arg('input', () => SignUpInput, { description: 'The new account.' }) input: SignUpInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignUpResult> {
    return signUp(context, input);
  }

  @Mutation(() => SignInResult, { description: 'Signs in with e-mail address and password.' })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Address and password.' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInResult> {
    return signIn(context, input);
  }

  @Mutation(() => Boolean, { description: 'Ends the session; false when there was none.' })
  async signOut(@Ctx() context: RequestContext): Promise<boolean> {
    context.sessionCookie.clear();
    if (context.viewer === null) return false;
    await closeSession(context.em, context.viewer.sessionId);
    return true;
  }

  @Mutation(() => Viewer, { description: 'Changes the language of messages.' })
  async setLocale(
    @Arg('locale', () => String, { description: 'en or zh-CN.' }) locale: string,
    @Ctx() context: RequestContext,
  ): Promise<Viewer> {
    const viewer = requireViewer(context);
    if (!isLocale(locale)) throw badUserInput('locale', 'The locale is en or zh-CN.');
    await context.em.nativeUpdate(Account, { id: viewer.accountId }, { locale });
    return context.loaders.get(Account, viewer.accountId);
  }
}

@Resolver(() => DemoAccount)
export class DemoAccountResolver {
  @FieldResolver(() => String, { description: 'The address to sign in with.' })
  email(@Root() account: DemoAccount, @Ctx() { vault }: RequestContext): string {
    return vault.open('account.email', account.id, account.email);
  }
}
