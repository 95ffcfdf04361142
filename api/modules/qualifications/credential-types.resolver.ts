import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { toLocalizedTextType } from '../../platform/localized-text.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account, Role, requireRecentAuthentication, requireRole } from '../accounts/index.ts';
import { CredentialTypeRevision } from './credential-type-revision.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { SaveCredentialTypeInput } from './credential-types.inputs.ts';
import { CredentialTypeTexts, SaveCredentialTypeResult } from './credential-types.type.ts';
import { saveCredentialType } from './save-credential-type.service.ts';

@Resolver(() => CredentialType)
export class CredentialTypesResolver {
  @Query(() => [CredentialType], { description: 'All types of credentials.' })
  async credentialTypes(@Ctx() context: RequestContext): Promise<CredentialType[]> {
    return context.em.find(CredentialType, {}, { orderBy: { position: 'asc' }, disableIdentityMap: true });
  }

  @Query(() => [CredentialTypeRevision], {
    description: 'What a type was after each edit, latest first; empty for one that was never edited. For operators.',
  })
  async credentialTypeHistory(
    @Arg('typeId', () => ID, { description: 'The type.' }) typeId: string,
    @Ctx() context: RequestContext,
  ): Promise<CredentialTypeRevision[]> {
    requireRole(context, Role.OPERATOR);
    return isId(typeId) ? context.loaders.list(CredentialTypeRevision, 'type', typeId, { version: 'desc' }) : [];
  }

  @Mutation(() => SaveCredentialTypeResult, {
    description: 'Adds a type of credentials, or edits one. For operators.',
  })
  async saveCredentialType(
    @Arg('input', () => SaveCredentialTypeInput, { description: 'The type.' }) input: SaveCredentialTypeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveCredentialTypeResult> {
    requireRole(context, Role.OPERATOR);
    return saveCredentialType(context, requireRecentAuthentication(context), input);
  }

  @FieldResolver(() => String, { description: 'Name of the type.' })
  name(@Root() type: CredentialType, @Ctx() context: RequestContext): string {
    return localize(type.name, context.locale);
  }

  @FieldResolver(() => String, { description: 'What it proves.' })
  description(@Root() type: CredentialType, @Ctx() context: RequestContext): string {
    return localize(type.description, context.locale);
  }

  @FieldResolver(() => CredentialTypeTexts, { description: 'Its words in every language.' })
  texts(@Root() type: CredentialType): CredentialTypeTexts {
    return {
      name: toLocalizedTextType(type.name),
      description: toLocalizedTextType(type.description),
      evidenceKinds: type.evidenceKinds.map((kind) => ({ ...kind, name: toLocalizedTextType(kind.name) })),
    };
  }
}

@Resolver(() => CredentialTypeRevision)
export class CredentialTypeRevisionResolver {
  @FieldResolver(() => String, { description: 'Who saved it.' })
  async editorName(@Root() revision: CredentialTypeRevision, @Ctx() context: RequestContext): Promise<string> {
    return (await context.loaders.get(Account, revision.editor)).displayName;
  }

  @FieldResolver(() => String, { description: 'Its name then.' })
  name(@Root() revision: CredentialTypeRevision, @Ctx() context: RequestContext): string {
    return localize(revision.content.name, context.locale);
  }

  @FieldResolver(() => [String], {
    description: 'What differs from the revision before: names of fields of the type; empty for the first.',
  })
  async changedFields(@Root() revision: CredentialTypeRevision, @Ctx() context: RequestContext): Promise<string[]> {
    const all = await context.loaders.list(CredentialTypeRevision, 'type', revision.type, { version: 'desc' });
    const before = all.find(({ version }) => version < revision.version)?.content;
    if (before === undefined) return [];
    return Object.entries(revision.content)
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]))
      .map(([field]) => field);
  }
}
