import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Booking } from './booking.entity.ts';

export enum PhotoMoment {
  BEFORE = 'BEFORE',
  AFTER = 'AFTER',
  EVIDENCE = 'EVIDENCE',
}
registerEnumType(PhotoMoment, {
  name: 'PhotoMoment',
  description: 'What a photo of a visit shows.',
  valuesConfig: {
    BEFORE: { description: 'How it was before the work.' },
    AFTER: { description: 'How it is after the work.' },
    EVIDENCE: { description: 'That the other side did not come.' },
  },
});

@ObjectType({ description: 'A photo of a visit. Both sides and operators see it.' })
@Entity({
  tableName: 'visit_photo',
  ...visibleRows('visit_photo', 'exists (select from booking b where b.id = booking_id)'),
})
export class VisitPhoto {
  @Field(() => ID, { description: 'Identifies the photo.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Field(() => PhotoMoment, { description: 'What it shows.' })
  @Property({ type: 'text' })
  moment!: PhotoMoment;

  @Field(() => String, { description: 'Who took it: HOUSEHOLD or PROVIDER.' })
  @Property({ type: 'text' })
  takenBy!: 'HOUSEHOLD' | 'PROVIDER';

  @Property({ type: 'text' })
  contentType!: string;

  /** Where the file store keeps it. */
  @Property({ type: 'text' })
  fileKey!: string;

  /** Without this the file can never be read again. */
  @Property({ type: 'text' })
  documentKey!: Sealed;

  @Field(() => DateTimeScalar, { description: 'When it arrived.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_VISIT_PHOTO = sealedTable<VisitPhoto>()('visit_photo', { documentKey: 'document_key' });
