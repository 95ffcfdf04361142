import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Credential, CredentialState } from './credential.entity.ts';

@ObjectType({ description: 'One change of a credential. What would betray a vote is left out until the decision.' })
@Index({ properties: ['credential', 'id'] })
@Entity({
  tableName: 'credential_transition',
  ...visibleRows(
    'credential_transition',
    `${viewerHasRole('AUDITOR', 'OPERATOR')} or exists (select from credential c where c.id = credential_id and ${ownsProvider('c.provider_id')})`,
  ),
})
export class CredentialTransition {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Credential, mapToPk: true, deleteRule: 'cascade' })
  credential!: string;

  @Field(() => CredentialState, { nullable: true, description: 'State before; null for the first.' })
  @Property({ type: 'text', nullable: true })
  from!: CredentialState | null;

  @Field(() => CredentialState, { description: 'State after.' })
  @Property({ type: 'text' })
  to!: CredentialState;

  @Field(() => String, { description: 'PROVIDER, AUDITOR, OPERATOR or SYSTEM.' })
  @Property({ type: 'text' })
  actorRole!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  actor!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Code of the reason, or the words of who did it; a vote's reason stays with the vote. */
  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
