import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { banAccount, liftBan } from './ban-account.service.ts';
import { changeRoles } from './change-roles.service.ts';
import { sendPasswordReset, signOutEverywhere } from './help-account.service.ts';
import { ManageAccountResult, ManagedAccount, ManagedAccountConnection } from './managed-account.type.ts';
import { loadSessionFigures, manageAccount, readAccount, readAccounts } from './managed-accounts.ts';
import { AccountFilter, ChangeRolesInput, ManageAccountInput } from './managed-accounts.inputs.ts';
import { Role } from './role.ts';
import { requireRecentAuthentication, requireRole } from './viewer.ts';

@Resolver(() => ManagedAccount)
export class ManagedAccountsResolver {
  @Query(() => ManagedAccountConnection, { description: 'Accounts, latest first. For administrators.' })
  async accounts(
    @Arg('filter', () => AccountFilter, { nullable: true, description: 'Which.' })
    filter: AccountFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ManagedAccountConnection> {
    return readAccounts(context, { filter, first, after });
  }

  @Query(() => ManagedAccount, { nullable: true, description: 'One account. For administrators.' })
  async account(
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ManagedAccount | null> {
    return readAccount(context, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The address they sign in with; null once the account is erased.',
  })
  email(@Root() account: ManagedAccount, @Ctx() context: RequestContext): string | null {
    requireRole(context, Role.ADMINISTRATOR);
    const isErased = account.email.length === 0;
    return isErased ? null : context.vault.open('account.email', account.id, account.email);
  }

  @FieldResolver(() => Int, { description: 'On how many devices they are signed in.' })
  async sessionCount(@Root() account: ManagedAccount, @Ctx() context: RequestContext): Promise<number> {
    return (await loadSessionFigures(context, account.id)).sessions;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When a session of theirs was last used.' })
  async lastUsedAt(@Root() account: ManagedAccount, @Ctx() context: RequestContext): Promise<Date | null> {
    return (await loadSessionFigures(context, account.id)).lastUsedAt;
  }

  @Mutation(() => ManageAccountResult, {
    description:
      'Grants and takes away roles; the account signs in again. For administrators, who need a proof within ten minutes.',
  })
  async changeRoles(
    @Arg('input', () => ChangeRolesInput, { description: 'Whose, which, and why.' }) input: ChangeRolesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ManageAccountResult> {
    return manageAccount(context, (desk) => {
      requireRecentAuthentication(context);
      return changeRoles(desk, input);
    });
  }

  @Mutation(() => ManageAccountResult, { description: 'Keeps somebody out from now on. For administrators.' })
  async banAccount(
    @Arg('input', () => ManageAccountInput, { description: 'Whom, and why.' }) input: ManageAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ManageAccountResult> {
    return manageAccount(context, (desk) => banAccount(desk, input.accountId, input.reason));
  }

  @Mutation(() => ManageAccountResult, { description: 'Lets somebody in again. For administrators.' })
  async liftBan(
    @Arg('input', () => ManageAccountInput, { description: 'Whom, and why.' }) input: ManageAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ManageAccountResult> {
    return manageAccount(context, (desk) => liftBan(desk, input.accountId, input.reason));
  }

  @Mutation(() => ManageAccountResult, { description: 'Signs somebody out on every device. For administrators.' })
  async signOutEverywhere(
    @Arg('input', () => ManageAccountInput, { description: 'Whom, and why.' }) input: ManageAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ManageAccountResult> {
    return manageAccount(context, (desk) => signOutEverywhere(desk, input.accountId, input.reason));
  }

  @Mutation(() => ManageAccountResult, {
    description: 'Sends somebody a link to set a new password, to the address they sign in with. For administrators.',
  })
  async sendPasswordReset(
    @Arg('input', () => ManageAccountInput, { description: 'Whom, and why.' }) input: ManageAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ManageAccountResult> {
    return manageAccount(context, (desk) => sendPasswordReset(desk, input.accountId, input.reason));
  }
}
