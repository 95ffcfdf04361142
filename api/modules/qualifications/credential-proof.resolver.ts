import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential } from './credential.entity.ts';
import { lightOf } from './verify-credential.ts';

/** What anyone finds who follows a credential's code, for those who may read the credential itself. */
@Resolver(() => Credential)
export class CredentialProofResolver {
  @FieldResolver(() => String, { description: 'Code of its public verification page.' })
  verificationCode(@Root() credential: Credential): string {
    return credential.verificationCode;
  }

  @FieldResolver(() => String, { description: 'GREEN, AMBER or RED, as the public verification page shows it today.' })
  async light(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<string> {
    const [type, provider] = await Promise.all([
      context.loaders.get(CredentialType, credential.type),
      context.loaders.get(Provider, credential.provider),
    ]);
    const region = await context.loaders.get(Region, provider.region);
    return lightOf(credential, type.code, provider.status, localDateAt(context.clock.now(), region.timeZone));
  }
}
