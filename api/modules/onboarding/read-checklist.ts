import { localDateAt } from '../../kernel/zoned-time.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { WorkingSpan } from '../availability/index.ts';
import { Region, ServiceItem, Venue } from '../catalog/index.ts';
import { Offering, PayoutAccount, ProviderStatus, levelSuffices } from '../providers/index.ts';
import type { Provider } from '../providers/index.ts';
import { Credential, CredentialType } from '../qualifications/index.ts';
import { listCertificateValidities } from '../training/index.ts';
import { standingOfSteps } from './domain/checklist.ts';
import type { HandedInCredential, OfferedService, StepStanding } from './domain/checklist.ts';

const plain = { disableIdentityMap: true } as const;

interface Validity {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** The provider's checklist from the rows as they are now, in the transaction of `em`. */
export async function readChecklist(em: EntityManager, clock: Clock, provider: Provider): Promise<StepStanding[]> {
  const region = await em.findOneOrFail(Region, { id: provider.region }, plain);
  const today = localDateAt(clock.now(), region.timeZone);
  const holds = ({ validFrom, validUntil }: Validity): boolean =>
    validFrom !== null && validFrom <= today && (validUntil === null || validUntil >= today);
  const certificates = await listCertificateValidities(em, [provider.id], null);
  return standingOfSteps({
    about: provider.about.en,
    languages: provider.languages,
    services: await listOfferedServices(em, provider),
    radiusMetres: provider.serviceRadiusMetres,
    hasStudio: provider.hasStudio,
    workingSpans: await em.count(WorkingSpan, { provider: provider.id }),
    credentials: await listHandedIn(em, provider.id, holds),
    courses: certificates.map((held) => ({ courseCode: held.courseCode, holdsToday: holds(held) })),
    hasPayout: (await em.count(PayoutAccount, { provider: provider.id })) > 0,
    isApplicant: provider.status === ProviderStatus.APPLICANT,
    isWaiting: provider.awaitingSince != null,
  });
}

async function listOfferedServices(em: EntityManager, provider: Provider): Promise<OfferedService[]> {
  const offerings = await em.find(Offering, { provider: provider.id, enabled: true }, plain);
  const items = await em.find(
    ServiceItem,
    { id: { $in: offerings.map(({ item }) => item) } },
    { ...plain, orderBy: { position: 'asc', id: 'asc' } },
  );
  return items.map((item) => ({
    code: item.code,
    requiredCredentialCodes: item.requiredCredentialCodes,
    requiredCourseCode: item.requiredCourseCode,
    studioOnly: item.venues.every((venue) => venue === Venue.AT_STUDIO),
    levelSuffices: levelSuffices(provider.level, item.minimumLevel),
  }));
}

async function listHandedIn(
  em: EntityManager,
  provider: string,
  holds: (validity: Validity) => boolean,
): Promise<HandedInCredential[]> {
  const credentials = await em.find(Credential, { provider }, plain);
  const types = await em.find(CredentialType, { id: { $in: credentials.map(({ type }) => type) } }, plain);
  const codeOf = new Map(types.map(({ id, code }) => [id, code]));
  return credentials.map((credential) => ({
    typeCode: codeOf.get(credential.type) ?? '',
    state: credential.state,
    holdsToday: (credential.state as string) === 'APPROVED' && holds(credential),
  }));
}
