import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './scalars.ts';

@ObjectType({ description: 'A header to send.' })
export class UploadHeader {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@InterfaceType({ description: 'Where to send a file that was announced.' })
export abstract class UploadCreated {
  @Field(() => ID, { description: 'What the mutation that finishes it wants to know.' })
  uploadId!: string;

  @Field(() => String, { description: 'Takes this very file, from this account; relative to the site or absolute.' })
  uploadUrl!: string;

  @Field(() => [UploadHeader], { description: 'Headers that belong to the request.' })
  headers!: UploadHeader[];

  @Field(() => DateTimeScalar, { description: 'Until when the address works.' })
  expiresAt!: Date;
}
