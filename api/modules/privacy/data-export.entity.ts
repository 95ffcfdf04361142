import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { viewerAccount, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';

export enum DataExportState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  READY = 'READY',
  FAILED = 'FAILED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(DataExportState, {
  name: 'DataExportState',
  description: 'How far an export is.',
  valuesConfig: {
    QUEUED: { description: 'Waiting for its turn.' },
    RUNNING: { description: 'Being collected.' },
    READY: { description: 'To be fetched.' },
    FAILED: { description: 'Could not be made; another can be asked for.' },
    EXPIRED: { description: 'Its files are gone.' },
  },
});

@ObjectType({ description: 'A copy of all that is held about you. Nobody else sees it.' })
@Index({ properties: ['account', 'requestedAt'] })
@Index({
  name: 'data_export_one_at_a_time',
  expression: `create unique index "data_export_one_at_a_time" on "data_export" ("account_id") where state in ('QUEUED', 'RUNNING')`,
})
@Entity({ tableName: 'data_export', ...visibleRows('data_export', `account_id = ${viewerAccount}`) })
export class DataExport {
  @Field(() => ID, { description: 'Identifies the export.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Field(() => DataExportState, { description: 'How far it is.' })
  @Property({ type: 'text' })
  state!: DataExportState;

  @Field(() => Int, { description: 'Percent done.' })
  @Property({ type: 'integer', default: 0 })
  progress!: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  @Property({ type: 'timestamptz' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done.' })
  @Property({ type: 'timestamptz', nullable: true })
  readyAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be fetched.' })
  @Property({ type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;
}
