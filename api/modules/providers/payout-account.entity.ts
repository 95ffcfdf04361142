import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { ownsProvider, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Provider } from './provider.entity.ts';

export enum PayoutKind {
  IBAN = 'IBAN',
  BANK_CARD = 'BANK_CARD',
}
registerEnumType(PayoutKind, {
  name: 'PayoutKind',
  description: 'What kind of account earnings are sent to.',
  valuesConfig: {
    IBAN: { description: 'A bank account, by its IBAN.' },
    BANK_CARD: { description: 'A bank card, by its number.' },
  },
});

/** Where a provider's earnings go. Operators see that there is one, and nobody but the provider what it ends with. */
@Entity({
  tableName: 'payout_account',
  ...visibleRows('payout_account', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class PayoutAccount {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Property({ type: 'text' })
  kind!: PayoutKind;

  /** Name that the account is held in. */
  @Property({ type: 'text' })
  holder!: Sealed;

  @Property({ type: 'text' })
  number!: Sealed;

  @Property({ type: 'timestamptz' })
  savedAt!: Date;
}

export const SEALED_PAYOUT_ACCOUNT = sealedTable<PayoutAccount>()('payout_account', {
  holder: 'holder',
  number: 'number',
});
