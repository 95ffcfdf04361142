import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { ownsProvider, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { ProviderActName } from './provider-act.type.ts';
import { Provider } from './provider.entity.ts';
import { ProviderStatus } from './provider.enums.ts';

@ObjectType({
  description: 'One change of the part a provider takes, for the provider themselves and for operators.',
})
@Index({ properties: ['provider', 'id'] })
@Entity({
  tableName: 'provider_transition',
  ...visibleRows('provider_transition', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class ProviderTransition {
  @Field(() => ID, { description: 'Identifies the change.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => ProviderActName, { description: 'What was done.' })
  @Property({ type: 'text' })
  act!: ProviderActName;

  @Field(() => ProviderStatus, { nullable: true, description: 'Status before; null for the first.' })
  @Property({ type: 'text', nullable: true })
  from!: ProviderStatus | null;

  @Field(() => ProviderStatus, { description: 'Status after.' })
  @Property({ type: 'text' })
  to!: ProviderStatus;

  @Field(() => String, { description: 'PROVIDER or OPERATOR.' })
  @Property({ type: 'text' })
  actorRole!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true, deleteRule: 'set null' })
  actor!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Code of the reason, where an operator decided.' })
  @Property({ type: 'text', nullable: true })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'More about it, in the words of who did it.' })
  @Property({ type: 'text', nullable: true })
  note!: string | null;
}
