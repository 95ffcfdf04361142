import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { InvalidEvidenceError } from './evidence.errors.ts';
import { Evidence } from './evidence.entity.ts';

@ObjectType({ description: 'A header to send.' })
export class UploadHeader {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType({
  description:
    'Where to send the file: PUT its bytes to the address with these headers, then call finishEvidenceUpload. An interrupted upload is simply sent again.',
})
export class EvidenceUploadCreated {
  @Field(() => ID, { description: 'What finishEvidenceUpload wants to know.' })
  uploadId!: string;

  @Field(() => String, { description: 'Takes this very file, from this account; relative to the site or absolute.' })
  uploadUrl!: string;

  @Field(() => [UploadHeader], { description: 'Headers that belong to the request.' })
  headers!: UploadHeader[];

  @Field(() => DateTimeScalar, { description: 'Until when the address works.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The file belongs to the credential.' })
export class EvidenceAdded {
  @Field(() => Evidence, { description: 'The file as it is kept.' })
  evidence!: Evidence;
}

@ObjectType({ description: 'The file is gone for good.' })
export class EvidenceRemoved {
  @Field(() => ID, { description: 'Which file it was.' })
  evidenceId!: string;
}

export const CreateEvidenceUploadResult = createUnionType({
  name: 'CreateEvidenceUploadResult',
  description: 'What comes of announcing a file.',
  types: () => [EvidenceUploadCreated, InvalidEvidenceError] as const,
  resolveType: (value) => ('uploadId' in value ? EvidenceUploadCreated : InvalidEvidenceError),
});

export const FinishEvidenceUploadResult = createUnionType({
  name: 'FinishEvidenceUploadResult',
  description: 'What comes of an upload.',
  types: () => [EvidenceAdded, InvalidEvidenceError] as const,
  resolveType: (value) => ('evidence' in value ? EvidenceAdded : InvalidEvidenceError),
});

export const RemoveEvidenceResult = createUnionType({
  name: 'RemoveEvidenceResult',
  description: 'What comes of removing a file.',
  types: () => [EvidenceRemoved, InvalidEvidenceError] as const,
  resolveType: (value) => ('evidenceId' in value ? EvidenceRemoved : InvalidEvidenceError),
});
