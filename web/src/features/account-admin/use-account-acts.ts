import { computed } from 'vue';
import { useApiMutation, type ApiAnswer } from '@/app/graphql-client';
import {
  BanAccountDocument,
  ChangeRolesDocument,
  LiftBanDocument,
  ResetSecondFactorsDocument,
  SendPasswordResetDocument,
  SignOutEverywhereDocument,
  type ManagedAccountFieldsFragment,
  type Role,
} from '@/generated/graphql';
import { roleChange } from './account-query';

export type AccountAct =
  'changeRoles' | 'resetSecondFactors' | 'banAccount' | 'liftBan' | 'signOutEverywhere' | 'sendPasswordReset';

/** What came of it: the sentence of a refusal, or nothing. */
interface ActOutcome {
  readonly __typename: string;
  readonly message?: string;
}

interface ActQuestion {
  readonly account: ManagedAccountFieldsFragment;
  readonly roles: readonly Role[];
  readonly reason: string;
}

/** What an administrator can do to an account, each with its reason. */
export function useAccountActs() {
  const roles = useApiMutation(ChangeRolesDocument);
  const ban = useApiMutation(BanAccountDocument);
  const lift = useApiMutation(LiftBanDocument);
  const signOut = useApiMutation(SignOutEverywhereDocument);
  const reset = useApiMutation(SendPasswordResetDocument);
  const factors = useApiMutation(ResetSecondFactorsDocument);

  const pick = <Data>(answer: ApiAnswer<Data>, read: (data: Data) => ActOutcome): ApiAnswer<ActOutcome> =>
    answer.failure ? { failure: answer.failure } : { data: read(answer.data) };

  return {
    busy: computed(() => [roles, ban, lift, signOut, reset, factors].some(({ busy }) => busy.value)),
    async perform(act: AccountAct, { account, roles: wanted, reason }: ActQuestion): Promise<ApiAnswer<ActOutcome>> {
      const input = { accountId: account.id, reason };
      switch (act) {
        case 'changeRoles':
          return pick(
            await roles.run({ input: { ...input, ...roleChange(account.roles, wanted) } }),
            (data) => data.changeRoles,
          );
        case 'banAccount':
          return pick(await ban.run({ input }), (data) => data.banAccount);
        case 'liftBan':
          return pick(await lift.run({ input }), (data) => data.liftBan);
        case 'signOutEverywhere':
          return pick(await signOut.run({ input }), (data) => data.signOutEverywhere);
        case 'resetSecondFactors':
          return pick(await factors.run({ input }), (data) => data.resetSecondFactors);
        case 'sendPasswordReset':
          return pick(await reset.run({ input }), (data) => data.sendPasswordReset);
      }
    },
  };
}
