import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Region, ServiceItem } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';
import { Badge, CredentialType, listHeldCredentials } from '../qualifications/index.ts';
import type { HeldCredential } from '../qualifications/index.ts';
import { listHeldCertificates } from './certificates.queries.ts';
import type { HeldCertificate } from './certificates.queries.ts';
import { Course } from './course.entity.ts';

@Resolver(() => Course)
export class CourseResolver {
  @FieldResolver(() => String, { description: 'Name of the course.' })
  name(@Root() course: Course, @Ctx() context: RequestContext): string {
    return localize(course.name, context.locale);
  }
}

@Resolver(() => ServiceItem)
export class ItemCourseResolver {
  @FieldResolver(() => Course, {
    nullable: true,
    description: 'The course a provider must have passed; null when none is required.',
  })
  async requiredCourse(@Root() item: ServiceItem, @Ctx() context: RequestContext): Promise<Course | null> {
    if (item.requiredCourseCode === null) return null;
    return (await context.loaders.list(Course, 'code', item.requiredCourseCode))[0] ?? null;
  }
}

@Resolver(() => Provider)
export class ProviderBadgesResolver {
  @FieldResolver(() => [Badge], {
    description: 'Credentials and courses that are valid today; never documents or numbers.',
  })
  async badges(@Root() provider: Provider, @Ctx() context: RequestContext): Promise<Badge[]> {
    const [region, credentials, certificates] = await Promise.all([
      context.loaders.get(Region, provider.region),
      context.loaders
        .batch('held-credentials', (ids) =>
          listHeldCredentials(context.em, ids).then((rows) => groupByProvider(rows, ids)),
        )
        .load(provider.id),
      context.loaders
        .batch('held-certificates', (ids) =>
          listHeldCertificates(context.em, ids).then((rows) => groupByProvider(rows, ids)),
        )
        .load(provider.id),
    ]);
    const today = localDateAt(context.clock.now(), region.timeZone);
    const credentialBadges = keepValid(credentials, today, ({ typeId }) => typeId).map(async (held: HeldCredential) => {
      const type = await context.loaders.get(CredentialType, held.typeId);
      return {
        code: type.code,
        name: localize(type.name, context.locale),
        validUntil: held.validUntil,
        verificationCode: held.verificationCode,
      };
    });
    const courseBadges = keepValid(certificates, today, ({ courseId }) => courseId).map(
      async (held: HeldCertificate) => {
        const course = await context.loaders.get(Course, held.courseId);
        return {
          code: course.code,
          name: localize(course.name, context.locale),
          validUntil: held.validUntil,
          verificationCode: held.verificationCode,
        };
      },
    );
    return Promise.all([...credentialBadges, ...courseBadges]);
  }
}

function groupByProvider<T extends { readonly providerId: string }>(rows: readonly T[], ids: readonly string[]): T[][] {
  const groups = Map.groupBy(rows, (row) => row.providerId);
  return ids.map((id) => groups.get(id) ?? []);
}

/** Valid today, one of each subject: the rows come with the longest validity first. */
function keepValid<T extends { readonly validFrom: string; readonly validUntil: string | null }>(
  rows: readonly T[],
  today: string,
  subject: (row: T) => string,
): T[] {
  const valid = rows.filter((row) => row.validFrom <= today && (row.validUntil === null || row.validUntil >= today));
  return [...Map.groupBy(valid, subject).values()].flatMap((same) => same.slice(0, 1));
}
