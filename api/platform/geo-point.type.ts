import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType('GeoPoint', { description: 'A place on the earth, WGS 84.' })
export class GeoPointType {
  @Field(() => Float, { description: 'Degrees north.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east.' })
  longitude!: number;
}
