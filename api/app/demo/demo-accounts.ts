import { hash } from '@node-rs/argon2';
import { formatPoint } from '../../kernel/geo-point.ts';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import { Role } from '../../modules/accounts/index.ts';
import type { UnsealedAccount, UnsealedAddress } from '../../modules/accounts/index.ts';
import type { Region } from '../../modules/catalog/index.ts';
import type { DemoStaff } from './demo-credentials.ts';
import { daysFrom, required } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';
import { DEMO_HOUSEHOLD_HOMES, HOUSEHOLDS } from './household-content.ts';
import type { HouseholdContent } from './household-content.ts';

/** The password of every account of the demo. It is printed on the sign-in page, so it protects nothing. */
export const DEMO_PASSWORD = 'doorstep-demo';

type DemoRow = readonly [mailbox: string, name: string, phone: string, roles: readonly Role[]];

const DEMO_ACCOUNTS: readonly DemoRow[] = [
  ['household', 'Mei Chen', '+8613800138001', [Role.HOUSEHOLD]],
  ['provider', 'Lin Yue', '+8613800138002', [Role.PROVIDER]],
  ['business', 'Willow Lane Home Services', '+447700900103', [Role.BUSINESS, Role.HOUSEHOLD]],
  ['auditor', 'Grace Turner', '+447700900104', [Role.AUDITOR]],
  ['auditor2', 'Fang Wei', '+8613800138005', [Role.AUDITOR]],
  ['operator', 'Sam Reid', '+447700900106', [Role.OPERATOR]],
  ['admin', 'Alex Morgan', '+447700900107', [Role.ADMINISTRATOR]],
];

const THIRD_AUDITOR: DemoRow = ['auditor3', 'Priya Nair', '+447700900108', [Role.AUDITOR]];

/** A home that visits go to. */
export interface Home {
  readonly account: UnsealedAccount;
  readonly address: UnsealedAddress;
  readonly point: GeoPoint;
  readonly region: RegionCode;
  readonly signature: string;
}

export interface DemoPeople {
  readonly accounts: readonly UnsealedAccount[];
  readonly homes: readonly Home[];
  /** Of the account `household@demo.doorstep`. */
  readonly demoHomes: readonly Home[];
  readonly provider: UnsealedAccount;
  readonly staff: DemoStaff;
  /** Runs a business. */
  readonly manager: UnsealedAccount;
}

export async function demoPeople(context: DemoContext, regions: ReadonlyMap<RegionCode, Region>): Promise<DemoPeople> {
  const passwordHash = await hash(DEMO_PASSWORD);
  const listed = new Map(DEMO_ACCOUNTS.map((row) => [row[0], demoAccount(context, row, passwordHash)]));
  const random = context.random.streamFor('households');
  const others = HOUSEHOLDS.map((content, index) => {
    const account: UnsealedAccount = {
      id: context.ids.next(),
      email: content.email,
      phone: content.region === 'hangzhou' ? `+86138001381${twoDigits(index)}` : `+4477009002${twoDigits(index)}`,
      passwordHash,
      displayName: content.name,
      locale: content.region === 'hangzhou' && content.name !== 'Daniel Brooks' ? 'zh-CN' : 'en',
      roles: [Role.HOUSEHOLD],
      isDemo: false,
      createdAt: daysFrom(context.now, -random.integer(110, 700)),
    };
    return { account, content };
  });
  const mei = required(listed, 'household');
  // Nobody signs in as the third auditor: they are there for votes that need one.
  const third = { ...demoAccount(context, THIRD_AUDITOR, passwordHash), isDemo: false };
  const toHome = (account: UnsealedAccount, content: HouseholdContent): Home =>
    homeOf(context, regions, account, content);
  return {
    accounts: [...listed.values(), third, ...others.map(({ account }) => account)],
    demoHomes: DEMO_HOUSEHOLD_HOMES.map((content) => toHome(mei, content)),
    homes: others.map(({ account, content }) => toHome(account, content)),
    provider: required(listed, 'provider'),
    manager: required(listed, 'business'),
    staff: {
      auditors: [required(listed, 'auditor'), required(listed, 'auditor2'), third],
      operator: required(listed, 'operator'),
    },
  };
}

function demoAccount(
  { ids, now }: DemoContext,
  [mailbox, name, phone, roles]: DemoRow,
  passwordHash: string,
): UnsealedAccount {
  return {
    id: ids.next(),
    email: `${mailbox}@demo.doorstep`,
    phone,
    passwordHash,
    displayName: name,
    locale: 'en',
    roles: [...roles],
    isDemo: true,
    phoneVerifiedAt: daysFrom(now, -400),
    createdAt: daysFrom(now, -400),
  };
}

function homeOf(
  { ids }: DemoContext,
  regions: ReadonlyMap<RegionCode, Region>,
  account: UnsealedAccount,
  content: HouseholdContent,
): Home {
  const { region, signature, label, line, district, latitude, longitude, doorNote } = content;
  const address: UnsealedAddress = {
    id: ids.next(),
    account: account.id,
    regionId: required(regions, region).id,
    label,
    line,
    district,
    point: formatPoint({ latitude, longitude }),
    doorNote,
    createdAt: account.createdAt,
  };
  return { account, address, point: { latitude, longitude }, region, signature };
}

function twoDigits(index: number): string {
  return String(index).padStart(2, '0');
}
