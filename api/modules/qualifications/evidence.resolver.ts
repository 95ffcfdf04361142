import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { requireOwnProvider } from '../providers/index.ts';
import { createEvidenceUpload } from './create-evidence-upload.service.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential } from './credential.entity.ts';
import { EvidenceKind } from './evidence-kind.type.ts';
import { EVIDENCE_SOURCE } from './evidence-source.ts';
import { Evidence } from './evidence.entity.ts';
import { CreateEvidenceUploadInput } from './evidence.inputs.ts';
import { CreateEvidenceUploadResult, FinishEvidenceUploadResult, RemoveEvidenceResult } from './evidence.type.ts';
import { finishEvidenceUpload } from './finish-evidence-upload.service.ts';
import { removeEvidence } from './remove-evidence.service.ts';

const ADDRESS_MINUTES = 15;

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => String, { description: 'Name of the file.' })
  name(@Root() evidence: Evidence, @Ctx() context: RequestContext): string {
    return context.vault.open('evidence.name', evidence.id, evidence.name);
  }

  @FieldResolver(() => String, {
    description: 'Address of the file, on this site. It works for 15 minutes, and for nobody but you.',
  })
  url(@Root() evidence: Evidence, @Ctx() context: RequestContext): string {
    return context.files.signReadUrl({
      source: EVIDENCE_SOURCE,
      id: evidence.id,
      accountId: requireViewer(context).accountId,
      expiresAt: new Date(context.clock.now().getTime() + ADDRESS_MINUTES * 60_000),
    });
  }

  @Mutation(() => CreateEvidenceUploadResult, {
    description: 'Announces a file that shows what a credential claims, and says where to send it. For providers.',
  })
  async createEvidenceUpload(
    @Arg('input', () => CreateEvidenceUploadInput, { description: 'The file.' }) input: CreateEvidenceUploadInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateEvidenceUploadResult> {
    return createEvidenceUpload(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => FinishEvidenceUploadResult, {
    description: 'Looks into an uploaded file and adds it to its credential; safe to repeat. For providers.',
  })
  async finishEvidenceUpload(
    @Arg('uploadId', () => ID, { description: 'The upload.' }) uploadId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof FinishEvidenceUploadResult> {
    return finishEvidenceUpload(context, await requireOwnProvider(context), uploadId);
  }

  @Mutation(() => RemoveEvidenceResult, {
    description: 'Takes a file back while its credential is not handed in. For providers.',
  })
  async removeEvidence(
    @Arg('evidenceId', () => ID, { description: 'The file.' }) evidenceId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemoveEvidenceResult> {
    return removeEvidence(context, await requireOwnProvider(context), evidenceId);
  }
}

@Resolver(() => Credential)
export class CredentialEvidenceResolver {
  @FieldResolver(() => [Evidence], { description: 'Files that show what it claims, first to last.' })
  async evidence(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<Evidence[]> {
    return context.loaders.list(Evidence, 'credential', credential.id, { createdAt: 'asc', id: 'asc' });
  }
}

@Resolver(() => CredentialType)
export class EvidenceKindsResolver {
  @FieldResolver(() => [EvidenceKind], { description: 'Files that whoever hands one in is asked for.' })
  evidenceKinds(@Root() type: CredentialType, @Ctx() context: RequestContext): EvidenceKind[] {
    return type.evidenceKinds.map((kind) => ({ ...kind, name: localize(kind.name, context.locale) }));
  }
}
