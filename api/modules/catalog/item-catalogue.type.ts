import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { ServiceItem } from './service-item.entity.ts';

@ObjectType({ description: 'How many units of an item can be booked.' })
export class UnitRange {
  @Field(() => Int, { description: 'Fewest.' })
  min!: number;

  @Field(() => Int, { description: 'Most.' })
  max!: number;

  @Field(() => Int, { description: 'Counted from the fewest in steps of this.' })
  step!: number;

  @Field(() => Int, { description: 'What most households choose.' })
  default!: number;
}

@ObjectType({ description: 'A page of items.' })
export class ServiceItemConnection extends connectionType(ServiceItem, 'ServiceItem') {}
