import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Credential } from './credential.entity.ts';

/** A file that was announced and is not evidence yet. It becomes evidence of the same id. */
@Entity({ tableName: 'evidence_upload', ...visibleRows('evidence_upload', `account_id = ${viewerAccount}`) })
export class EvidenceUpload {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Credential, mapToPk: true, deleteRule: 'cascade' })
  credential!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  name!: Sealed;

  @Property({ type: 'integer' })
  bytes!: number;

  /** Until when its address takes the file. */
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** Where somebody who looks into the file at present will keep it; null while nobody does. */
  @Property({ type: 'text', nullable: true })
  fileKey!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  claimedAt!: Date | null;
}

export const SEALED_EVIDENCE_UPLOAD = sealedTable<EvidenceUpload>()('evidence_upload', { name: 'name' });
