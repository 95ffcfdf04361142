import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { AuditActorKind } from '../../platform/audit/audit-entry.entity.ts';
import { AuditFault } from '../../platform/audit/chain-verdict.ts';
import { connectionType } from '../../platform/connection.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { TooManyVerificationsError } from './audit-log.errors.ts';

registerEnumType(AuditActorKind, {
  name: 'AuditActorKind',
  description: 'Who acted.',
  valuesConfig: {
    ACCOUNT: { description: 'Somebody who was signed in.' },
    SYSTEM: { description: 'The platform itself: a job or the command line.' },
    VISITOR: { description: 'Somebody who was not signed in.' },
  },
});

registerEnumType(AuditFault, {
  name: 'AuditFault',
  description: 'What was done to the audit log, as far as its rows tell.',
  valuesConfig: {
    EDITED: { description: 'A row is not as it was written.' },
    DELETED: { description: 'A row is gone.' },
    INSERTED: { description: 'A row was put in past the log.' },
    REORDERED: { description: 'A row stands in the place of another.' },
    TRUNCATED: { description: 'The end was cut off.' },
    REWRITTEN: { description: 'The chain was made anew up to here.' },
    ROOT_MISSING: { description: 'The signed end of a day is gone.' },
    ROOT_WRONG: { description: 'The signed end of a day is not where the day ends.' },
    SIGNATURE_WRONG: { description: 'A signature is not one of this installation.' },
    NOT_SEALED: { description: 'Entries wait for their link for too long: no worker runs.' },
  },
});

@ObjectType('AuditEntry', {
  description:
    'One act that must be answered for. States are kept as hashes only. Read by operators and administrators.',
})
export class AuditEntryRow {
  @Field(() => ID, { description: 'Identifies the entry.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => AuditActorKind, { description: 'Who acted.' })
  actorKind!: AuditActorKind;

  @Field(() => ID, { nullable: true, description: 'The account that acted.' })
  actorId!: string | null;

  @Field(() => [String], { description: 'What the account could act as at that moment.' })
  actorRoles!: string[];

  @Field(() => String, { description: 'What was done, as subject and past participle: credential.decided.' })
  action!: string;

  @Field(() => String, { description: 'What kind of thing it was done to.' })
  subjectType!: string;

  @Field(() => ID, { nullable: true, description: 'Which one.' })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the state before, in hex.' })
  beforeHash!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the state after, in hex.' })
  afterHash!: string | null;

  @Field(() => String, { nullable: true, description: 'A code or a sentence.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The network it came from, without the part that names a household.',
  })
  ipClass!: string | null;

  @Field(() => String, { nullable: true, description: "What the server's log calls the request." })
  requestReference!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place in the chain; null for the second or two until it is linked.',
  })
  seq!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether who did it and with which result is kept from you for now: you are an auditor too, and could still vote on the credential.',
  })
  isVeiled!: boolean;
}

@ObjectType({ description: 'A page of the audit log.' })
export class AuditEntryConnection extends connectionType(AuditEntryRow, 'AuditEntry') {}

@ObjectType({
  description: 'How far the chain of the audit log has come. It does not say that it is sound: verify it for that.',
})
export class AuditChainStatus {
  @Field(() => Int, { description: 'Links in the chain.' })
  links!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last one was made.' })
  linkedAt!: Date | null;

  @Field(() => Int, { description: 'Entries without a link yet.' })
  waiting!: number;

  @Field(() => Boolean, { description: 'Whether one of them has waited for longer than a minute: no worker runs.' })
  isStuck!: boolean;

  @Field(() => String, { nullable: true, description: 'The last UTC day whose end is signed, such as 2027-03-10.' })
  lastRootDay!: string | null;

  @Field(() => [String], { description: 'Actions that occur in the log, for filters.' })
  actions!: string[];
}

@ObjectType({ description: 'The first row of the audit log that does not fit.' })
export class AuditLogFinding {
  @Field(() => AuditFault, { description: 'What was done to it.' })
  fault!: AuditFault;

  @Field(() => Int, { nullable: true, description: 'Its place in the chain.' })
  seq!: number | null;

  @Field(() => ID, { nullable: true, description: 'The entry.' })
  entryId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it says that it was written or linked.' })
  at!: Date | null;

  @Field(() => String, { description: 'One sentence in English, as `doorstep audit verify` prints it.' })
  explanation!: string;
}

@ObjectType({ description: 'What a verification of the audit log found.' })
export class AuditLogVerdict {
  @Field(() => AuditLogFinding, {
    nullable: true,
    description: 'The first row that does not fit; null when all that was checked is sound.',
  })
  finding!: AuditLogFinding | null;

  @Field(() => Boolean, {
    description: 'Whether all of the days asked for were checked, rather than stopped by the time limit.',
  })
  complete!: boolean;

  @Field(() => Int, { description: 'Links checked.' })
  links!: number;

  @Field(() => Int, { description: 'Signed ends of days checked.' })
  roots!: number;

  @Field(() => Int, { nullable: true, description: 'The last sound link.' })
  lastSeq!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Up to when the log is proven.' })
  soundUntil!: Date | null;

  @Field(() => Int, { description: 'Entries that wait for their link.' })
  waiting!: number;

  @Field(() => Boolean, { description: 'Whether the head kept outside the database was compared.' })
  headCompared!: boolean;
}

export const VerifyAuditLogResult = createUnionType({
  name: 'VerifyAuditLogResult',
  description: 'What became of a verification.',
  types: () => [AuditLogVerdict, TooManyVerificationsError] as const,
  resolveType: (value) => (value instanceof TooManyVerificationsError ? TooManyVerificationsError : AuditLogVerdict),
});
