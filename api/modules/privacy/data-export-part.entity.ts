import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { DataExport } from './data-export.entity.ts';

@ObjectType({ description: 'A zip file of an export. There are several where there is much to take along.' })
@Entity({
  tableName: 'data_export_part',
  ...visibleRows(
    'data_export_part',
    `exists (select from data_export e where e.id = export_id and e.account_id = ${viewerAccount})`,
  ),
})
export class DataExportPart {
  @Field(() => ID, { description: 'Identifies the part.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => DataExport, mapToPk: true, deleteRule: 'cascade' })
  export!: string;

  @Field(() => Int, { description: 'Which of the parts it is, from 1.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => Int, { description: 'Its length.' })
  @Property({ type: 'integer' })
  bytes!: number;

  @Property({ type: 'text' })
  fileKey!: string;

  /** Without it every copy of the file is noise. */
  @Property({ type: 'text' })
  documentKey!: Sealed;
}

export const SEALED_DATA_EXPORT_PART = sealedTable<DataExportPart>()('data_export_part', {
  documentKey: 'document_key',
});
