import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import {
  OwnProfile,
  PROVIDER_REASONS,
  Provider,
  ProviderActName,
  ProviderTransition,
  requireOwnProvider,
} from '../providers/index.ts';
import { CredentialType } from '../qualifications/index.ts';
import { Course } from '../training/index.ts';
import { approveProvider, decideWithoutChecklist } from './decide-on-provider.service.ts';
import { gapsBeforeApproval } from './domain/checklist.ts';
import {
  ApproveProviderInput,
  DeclineApplicationInput,
  OverseenProviderFilter,
  ReinstateProviderInput,
  SuspendProviderInput,
  UpholdSuspensionInput,
} from './onboarding.inputs.ts';
import {
  ApproveProviderResult,
  DeclineApplicationResult,
  ReinstateProviderResult,
  SubmitApplicationResult,
  SuspendProviderResult,
  UpholdSuspensionResult,
} from './onboarding-results.type.ts';
import {
  LeaveAsProviderResult,
  Onboarding,
  OnboardingGap,
  OnboardingStep,
  OnboardingStepCode,
  OnboardingStepState,
  OverseenProvider,
  OverseenProviderConnection,
  ProviderReasonCode,
  ProviderSort,
} from './onboarding.type.ts';
import type { StepStanding } from './domain/checklist.ts';
import { listOverseenProviders } from './overseen-providers.queries.ts';
import { readChecklist } from './read-checklist.ts';
import { leaveAsProvider, submitApplication } from './submit-application.service.ts';

@Resolver(() => Onboarding)
export class OnboardingResolver {
  @Query(() => Onboarding, { description: 'Your checklist, derived from what is there. For providers.' })
  async myOnboarding(@Ctx() context: RequestContext): Promise<Onboarding> {
    const provider = await requireOwnProvider(context);
    const standing = await readChecklist(context.em, context.clock, provider);
    const approval = standing.find(({ step }) => step === 'APPROVAL');
    return {
      provider,
      standing,
      canSubmit: approval?.state === 'TODO' && gapsBeforeApproval(standing).length === 0,
    };
  }

  @FieldResolver(() => OwnProfile, { description: 'Your résumé.' })
  profile(@Root() { provider }: Onboarding): OwnProfile {
    return { provider };
  }

  @FieldResolver(() => [OnboardingStep], { description: 'Every step, in order.' })
  steps(@Root() { standing, provider }: Onboarding): OnboardingStep[] {
    return toSteps(standing, provider);
  }

  @Mutation(() => SubmitApplicationResult, { description: 'Hands in your application. For providers.' })
  async submitApplication(@Ctx() context: RequestContext): Promise<typeof SubmitApplicationResult> {
    return submitApplication(context, await requireOwnProvider(context));
  }

  @Mutation(() => LeaveAsProviderResult, { description: 'Stops taking part as a provider. For providers.' })
  async leaveAsProvider(@Ctx() context: RequestContext): Promise<typeof LeaveAsProviderResult> {
    return leaveAsProvider(context, await requireOwnProvider(context));
  }
}

@Resolver()
export class ProviderOversightResolver {
  @Query(() => OverseenProviderConnection, { description: 'Providers of every status. For operators.' })
  async overseenProviders(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from, of the same order.' })
    after: string | null | undefined,
    @Arg('filter', () => OverseenProviderFilter, { nullable: true, description: 'Which of them.' })
    filter: OverseenProviderFilter | null | undefined,
    @Arg('sort', () => ProviderSort, { defaultValue: ProviderSort.WAITING, description: 'What to order by.' })
    sort: ProviderSort,
    @Arg('descending', () => Boolean, { defaultValue: true, description: 'Whether the most comes first.' })
    descending: boolean,
    @Ctx() context: RequestContext,
  ): Promise<OverseenProviderConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    const kind = sort === ProviderSort.NAME ? 'text' : 'number';
    const { rows, total } = await listOverseenProviders(context.em, {
      statuses: filter?.statuses ?? null,
      regionId: isId(filter?.regionId) ? filter.regionId : null,
      waitingOnly: filter?.waiting ?? false,
      name: filter?.name?.trim() || null,
      sort,
      descending,
      locale: context.locale,
      limit: first + 1,
      after: after ? (decodeKeyset(after, [kind, 'id']) as [string | number, string]) : null,
    });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.value, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({
        cursor,
        node: { provider: await context.loaders.get(Provider, node.id) },
      })),
    );
    return { ...page, edges };
  }

  @Query(() => OverseenProvider, { nullable: true, description: 'One provider of any status. For operators.' })
  async overseenProvider(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<OverseenProvider | null> {
    requireRole(context, Role.OPERATOR);
    const provider = isId(id) ? await context.loaders.find(Provider, id) : null;
    return provider === null ? null : { provider };
  }

  @Query(() => [ProviderReasonCode], { description: 'Reasons that decisions can name. For operators.' })
  providerReasons(@Ctx() context: RequestContext): ProviderReasonCode[] {
    requireRole(context, Role.OPERATOR);
    return PROVIDER_REASONS.map(({ act, code, label }) => ({ act, code, label: localize(label, context.locale) }));
  }

  @Mutation(() => ApproveProviderResult, { description: 'Lets an applicant take part. For operators.' })
  async approveProvider(
    @Arg('input', () => ApproveProviderInput, { description: 'Whom, and why.' }) input: ApproveProviderInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ApproveProviderResult> {
    return approveProvider(context, requireRole(context, Role.OPERATOR), input);
  }

  @Mutation(() => DeclineApplicationResult, { description: 'Sends an application back. For operators.' })
  async declineApplication(
    @Arg('input', () => DeclineApplicationInput, { description: 'Whose, and why.' }) input: DeclineApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DeclineApplicationResult> {
    return decideWithoutChecklist(context, requireRole(context, Role.OPERATOR), ProviderActName.DECLINE, input);
  }

  @Mutation(() => SuspendProviderResult, { description: 'Suspends a provider at once. For operators.' })
  async suspendProvider(
    @Arg('input', () => SuspendProviderInput, { description: 'Whom, and why.' }) input: SuspendProviderInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SuspendProviderResult> {
    return decideWithoutChecklist(context, requireRole(context, Role.OPERATOR), ProviderActName.SUSPEND, input);
  }

  @Mutation(() => UpholdSuspensionResult, { description: 'Answers an appeal: the suspension stays. For operators.' })
  async upholdSuspension(
    @Arg('input', () => UpholdSuspensionInput, { description: 'Whose, and why.' }) input: UpholdSuspensionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof UpholdSuspensionResult> {
    return decideWithoutChecklist(context, requireRole(context, Role.OPERATOR), ProviderActName.UPHOLD, input);
  }

  @Mutation(() => ReinstateProviderResult, { description: 'Lifts a suspension. For operators.' })
  async reinstateProvider(
    @Arg('input', () => ReinstateProviderInput, { description: 'Whose, and why.' }) input: ReinstateProviderInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReinstateProviderResult> {
    return decideWithoutChecklist(context, requireRole(context, Role.OPERATOR), ProviderActName.REINSTATE, input);
  }
}

@Resolver(() => OverseenProvider)
export class OverseenProviderResolver {
  @FieldResolver(() => ID, { description: 'Identifies the provider.' })
  id(@Root() { provider }: OverseenProvider): string {
    return provider.id;
  }

  @FieldResolver(() => Provider, { description: 'The part that everybody sees once they are approved.' })
  provider(@Root() { provider }: OverseenProvider): Provider {
    return provider;
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When they applied first.' })
  joinedAt(@Root() { provider }: OverseenProvider): Date {
    return provider.createdAt;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when an application or an appeal of theirs waits; null: none does.',
  })
  awaitingSince(@Root() { provider }: OverseenProvider): Date | null {
    return provider.awaitingSince ?? null;
  }

  @FieldResolver(() => [ProviderTransition], { description: 'What became of their part so far, latest first.' })
  async history(@Root() { provider }: OverseenProvider, @Ctx() context: RequestContext): Promise<ProviderTransition[]> {
    return context.loaders.list(ProviderTransition, 'provider', provider.id, { id: 'desc' });
  }

  @FieldResolver(() => [OnboardingStep], { description: 'Their checklist as it stands.' })
  async steps(@Root() { provider }: OverseenProvider, @Ctx() context: RequestContext): Promise<OnboardingStep[]> {
    return toSteps(await readChecklist(context.em, context.clock, provider), provider);
  }
}

@Resolver(() => OnboardingGap)
export class OnboardingGapResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the item, credential type or course it is about; null where it is about the provider.',
  })
  async subjectName(@Root() gap: OnboardingGap, @Ctx() context: RequestContext): Promise<string | null> {
    const name = gap.subject === null ? null : await findSubjectName(context, gap, gap.subject);
    return name === null ? null : localize(name, context.locale);
  }
}

async function findSubjectName(
  { loaders }: RequestContext,
  { code, regionId }: OnboardingGap,
  subject: string,
): Promise<LocalizedText | null> {
  if (code.startsWith('CREDENTIAL')) return (await loaders.list(CredentialType, 'code', subject))[0]?.name ?? null;
  if (code.startsWith('COURSE')) return (await loaders.list(Course, 'code', subject))[0]?.name ?? null;
  const items = await loaders.list(ServiceItem, 'region', regionId);
  return items.find((item) => item.code === subject)?.name ?? null;
}

function toSteps(standing: readonly StepStanding[], { region }: Provider): OnboardingStep[] {
  return standing.map(({ step, state, gaps }) => ({
    step: OnboardingStepCode[step],
    state: OnboardingStepState[state],
    gaps: gaps.map((gap) => ({ ...gap, regionId: region })),
  }));
}
