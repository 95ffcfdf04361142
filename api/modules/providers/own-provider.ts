import { GraphQLError } from 'graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { Provider } from './provider.entity.ts';

/** The provider an account works as; null when it works as none. */
export async function findOwnProvider(context: RequestContext, accountId: string): Promise<Provider | null> {
  const found = await context.loaders.list(Provider, 'account', accountId);
  return found[0] ?? null;
}

/** Whether that provider is who asks. */
export async function isOwnProvider(context: RequestContext, providerId: string): Promise<boolean> {
  if (context.viewer === null) return false;
  return (await findOwnProvider(context, context.viewer.accountId))?.id === providerId;
}

/** The provider who asks. @throws UNAUTHENTICATED or FORBIDDEN for anyone else. */
export async function requireOwnProvider(context: RequestContext): Promise<Provider> {
  const viewer = requireRole(context, Role.PROVIDER);
  const provider = await findOwnProvider(context, viewer.accountId);
  if (provider === null)
    throw new GraphQLError('Your account has no provider yet.', { extensions: { code: 'FORBIDDEN' } });
  return provider;
}
