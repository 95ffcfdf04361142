import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'That the queue of credentials, or a claim in it, is not as it was.' })
export class AuditQueueChange {
  @Field(() => ID, { description: 'The credential that changed.' })
  credentialId!: string;
}
