import { Field, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';

/** A file that a type of credentials asks for, as it is stored. */
export interface AskedEvidence {
  /** Stable within its type, e.g. FRONT. */
  readonly code: string;
  readonly name: LocalizedText;
  /** Whether it cannot be handed in without. */
  readonly required: boolean;
}

@ObjectType({ description: 'A file that a type of credentials asks for.' })
export class EvidenceKind {
  @Field(() => String, { description: 'Stable name within its type.' })
  code!: string;

  @Field(() => String, { description: 'What it shows, e.g. the front side.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether the credential cannot be handed in without it.' })
  required!: boolean;
}
