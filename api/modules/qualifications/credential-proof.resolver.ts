import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Credential } from './credential.entity.ts';
import { loadLights } from './verify-credential.ts';

/** What anyone finds who follows a credential's code, for those who may read the credential itself. */
@Resolver(() => Credential)
export class CredentialProofResolver {
  @FieldResolver(() => String, { description: 'Code of its public verification page.' })
  verificationCode(@Root() credential: Credential): string {
    return credential.verificationCode;
  }

  @FieldResolver(() => String, { description: 'GREEN, AMBER or RED, as the public verification page shows it today.' })
  async light(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<string> {
    return (await loadLights(context, credential.provider)).get(credential.id) ?? 'AMBER';
  }
}
