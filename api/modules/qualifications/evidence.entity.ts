import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Credential } from './credential.entity.ts';

@ObjectType({
  description: 'A file that shows what a credential claims. Only its provider and auditors read this type.',
})
@Entity({
  tableName: 'evidence',
  ...visibleRows(
    'evidence',
    `${viewerHasRole('AUDITOR')} or exists (select from credential c where c.id = credential_id and ${ownsProvider('c.provider_id')})`,
  ),
})
export class Evidence {
  @Field(() => ID, { description: 'Identifies the file.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Credential, mapToPk: true, deleteRule: 'cascade' })
  credential!: string;

  @Field(() => String, { description: 'Which of the files it is that the type of the credential asks for.' })
  @Property({ type: 'text' })
  kind!: string;

  /** As the provider's device calls the file. */
  @Property({ type: 'text' })
  name!: Sealed;

  @Field(() => String, { description: 'What is kept: image/jpeg, image/webp or application/pdf.' })
  @Property({ type: 'text' })
  contentType!: string;

  @Field(() => Int, { description: 'Length of what is kept.' })
  @Property({ type: 'integer' })
  bytes!: number;

  @Field(() => String, { description: 'SHA-256 of what is kept, in hexadecimal.' })
  @Property({ type: 'text' })
  sha256!: string;

  /** Where the file store keeps it. */
  @Property({ type: 'text' })
  fileKey!: string;

  /** Without this the file can never be read again: emptying it destroys the document, wherever copies of it lie. */
  @Property({ type: 'text' })
  documentKey!: Sealed;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_EVIDENCE = sealedTable<Evidence>()('evidence', { name: 'name', documentKey: 'document_key' });
