import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import { UploadCreated } from '../../platform/upload.type.ts';
import { InvalidEvidenceError } from './evidence.errors.ts';
import { Evidence } from './evidence.entity.ts';

@ObjectType({
  implements: UploadCreated,
  description:
    'Where to send the file: PUT its bytes to the address with these headers, then call finishEvidenceUpload. An interrupted upload is simply sent again.',
})
export class EvidenceUploadCreated extends UploadCreated {}

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
