import { computed } from 'vue';
import { useApiMutation, type ApiAnswer } from '@/app/graphql-client';
import {
  BanAccountDocument,
  ChangeRolesDocument,
  LiftBanDocument,
  SendPasswordResetDocument,
  SignOutEverywhereDocument,
  type ManagedAccountFieldsFragment,
  type ManageOutcomeFragment,
  type Role,
} from '@/generated/graphql';
import { roleChange } from './account-query';

export type AccountAct = 'changeRoles' | 'banAccount' | 'liftBan' | 'signOutEverywhere' | 'sendPasswordReset';

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

  const pick = <Data>(
    answer: ApiAnswer<Data>,
    read: (data: Data) => ManageOutcomeFragment,
  ): ApiAnswer<ManageOutcomeFragment> => (answer.failure ? { failure: answer.failure } : { data: read(answer.data) });

  return {
    busy: computed(() => [roles, ban, lift, signOut, reset].some(({ busy }) => busy.value)),
    async perform(
      act: AccountAct,
      { account, roles: wanted, reason }: ActQuestion,
    ): Promise<ApiAnswer<ManageOutcomeFragment>> {
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
        case 'sendPasswordReset':
          return pick(await reset.run({ input }), (data) => data.sendPasswordReset);
      }
    },
  };
}
