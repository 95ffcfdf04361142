import { Field, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/scalars.ts';

@ObjectType({
  description:
    'Something about a provider that was checked and counts today: a credential or a course. Never the document itself.',
})
export class Badge {
  @Field(() => String, { description: 'Stable name of what was checked.' })
  code!: string;

  @Field(() => String, { description: 'What was checked.' })
  name!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day; null: no end.' })
  validUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the public verification page.' })
  verificationCode!: string | null;
}
