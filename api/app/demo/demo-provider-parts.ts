import { required } from '../../kernel/required.ts';
import type { Vault } from '../../platform/vault.ts';
import { ProviderLevel } from '../../modules/catalog/index.ts';
import { PayoutKind, SEALED_PAYOUT_ACCOUNT } from '../../modules/providers/payout-account.entity.ts';
import { ProviderActName, ProviderStatus } from '../../modules/providers/index.ts';
import type { PayoutAccount, Provider, ProviderTransition } from '../../modules/providers/index.ts';
import { LEVEL_RULES, earnedLevel } from '../../modules/quality/domain/levels.ts';
import type { LevelChange, LevelRun } from '../../modules/quality/index.ts';
import { DAY_MS, HOUR_MS, dateFrom } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoProvider } from './demo-providers.ts';
import type { Obstacle } from './provider-profile.ts';
import type { SeededRandom } from './seeded-random.ts';

const LEVELS = Object.values(ProviderLevel);

/** One thing that became of somebody's part: the act, hours before now, reason and words. */
type Step = readonly [act: ProviderActName, hoursAgo: number, reasonCode?: string, note?: string];

const { SUBMIT, PAUSE, SUSPEND, APPEAL } = ProviderActName;

/** What happened to those who cannot be booked, after they applied and, unless they are applicants, were approved. */
const STEPS_OF_OBSTACLE: Readonly<Partial<Record<Obstacle, readonly Step[]>>> = {
  PAUSED: [[PAUSE, 20 * 24]],
  APPLICATION_SENT: [[SUBMIT, 3]],
  SUSPENDED: [
    [SUSPEND, 2 * 24, 'DOCUMENTS_DOUBTED', 'The background check could not be confirmed with the issuer.'],
    [
      APPEAL,
      20,
      undefined,
      'My name changed when I married. The certificate is in my old name; I can show the papers.',
    ],
  ],
};

const BY_OPERATORS: readonly ProviderActName[] = [ProviderActName.APPROVE, SUSPEND];
const IN_BETWEEN: Readonly<Partial<Record<ProviderActName, ProviderStatus>>> = {
  PAUSE: ProviderStatus.PAUSED,
  SUSPEND: ProviderStatus.SUSPENDED,
  APPEAL: ProviderStatus.SUSPENDED,
};

/** How everybody came to take part, and what became of it since; whose last step waits for an answer is marked so. */
export function demoTransitions(
  { ids, now }: DemoContext,
  providers: readonly DemoProvider[],
  operatorId: string,
): ProviderTransition[] {
  return providers.flatMap(({ row, profile }) => {
    const isIn = row.status !== ProviderStatus.APPLICANT;
    const hoursSince = (now.getTime() - row.createdAt.getTime()) / HOUR_MS;
    const steps: readonly Step[] = [
      [ProviderActName.APPLY, hoursSince],
      ...(isIn
        ? ([
            [SUBMIT, hoursSince - 5 * 24],
            [ProviderActName.APPROVE, hoursSince - 6 * 24, 'ALL_IN_ORDER'],
          ] as const)
        : []),
      ...((profile.obstacle && STEPS_OF_OBSTACLE[profile.obstacle]) ?? []),
    ];
    const [last, hoursAgo] = required(steps.at(-1), 'a step');
    if (last === SUBMIT || last === APPEAL) row.awaitingSince = new Date(now.getTime() - hoursAgo * HOUR_MS);
    let from: ProviderStatus | null = null;
    return steps.map(([act, hoursAgo, reasonCode, note]) => {
      const isApproved = act === ProviderActName.APPROVE;
      const to: ProviderStatus = IN_BETWEEN[act] ?? (isApproved ? ProviderStatus.ACTIVE : ProviderStatus.APPLICANT);
      const transition = {
        id: ids.next(),
        provider: row.id,
        act,
        from,
        to,
        actorRole: BY_OPERATORS.includes(act) ? 'OPERATOR' : 'PROVIDER',
        actor: BY_OPERATORS.includes(act) ? operatorId : row.account,
        at: new Date(now.getTime() - hoursAgo * HOUR_MS),
        reasonCode: reasonCode ?? null,
        note: note ?? null,
      };
      from = to;
      return transition;
    });
  });
}

/** Where the earnings of all but those who have just begun go. The numbers pass their checks and belong to nobody. */
export function demoPayouts(context: DemoContext, vault: Vault, providers: readonly DemoProvider[]): PayoutAccount[] {
  const random = context.random.streamFor('payouts');
  return providers
    .filter(({ profile }) => profile.obstacle !== 'JUST_APPLIED' && profile.obstacle !== 'APPLICANT')
    .map(({ row, regionCode, profile }) => {
      const kind = regionCode === 'london' ? PayoutKind.IBAN : PayoutKind.BANK_CARD;
      return vault.sealRow(SEALED_PAYOUT_ACCOUNT, {
        id: context.ids.next(),
        provider: row.id,
        kind,
        holder: regionCode === 'london' ? profile.name.en : profile.name['zh-CN'],
        number: kind === PayoutKind.IBAN ? demoIban(random) : demoCard(random),
        savedAt: new Date(Math.min(row.createdAt.getTime() + 2 * DAY_MS, context.now.getTime() - DAY_MS)),
      });
    });
}

/** Of a bank that does not exist. */
function demoIban(random: SeededRandom): string {
  const account = `XXXX000000${digits(random, 8)}`;
  const asNumber = [...`${account}GB00`].map((character) => Number.parseInt(character, 36)).join('');
  return `GB${String(98n - (BigInt(asNumber) % 97n)).padStart(2, '0')}${account}`;
}

/** Beginning with zeros, as no card does. */
function demoCard(random: SeededRandom): string {
  const body = `00000000${digits(random, 7)}`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function digits(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.integer(0, 9)).join('');
}

/** How everybody rose to the level they have, between their joining and the records that the demo holds. */
export function demoLevelChanges({ ids, now }: DemoContext, providers: readonly DemoProvider[]): LevelChange[] {
  return providers
    .filter(({ row }) => row.status !== ProviderStatus.APPLICANT)
    .flatMap(({ row }) => {
      const rises = LEVELS.slice(1, LEVELS.indexOf(row.level) + 1);
      const room = Math.max(DAY_MS, now.getTime() - 95 * DAY_MS - row.createdAt.getTime());
      return rises.map((to, index) => {
        const {
          completedVisits = 0,
          ratingLower = null,
          onTimeShare = null,
        } = LEVEL_RULES.find((rule) => isSameText(rule.level, to)) ?? {};
        return {
          id: ids.next(),
          provider: row.id,
          from: LEVELS[index] ?? ProviderLevel.TRAINEE,
          to,
          at: new Date(row.createdAt.getTime() + Math.round((room * (index + 1)) / (rises.length + 1) / 1_000) * 1_000),
          figures: { completedVisits, ratingLower, onTimeShare, openCourses: 0 },
        };
      });
    });
}

/** The runs of days below their level that some are in the midst of, by the figures the demo gives them. */
export function demoLevelRuns(context: DemoContext, providers: readonly Provider[]): LevelRun[] {
  const random = context.random.streamFor('level runs');
  return providers
    .filter(({ status }) => status !== ProviderStatus.APPLICANT)
    .filter(({ level, completedVisits, ratingLower, onTimeShare }) => {
      const earned = earnedLevel({ completedVisits, ratingLower, onTimeShare, openCourses: 0 });
      return LEVELS.indexOf(ProviderLevel[earned]) < LEVELS.indexOf(level);
    })
    .map(({ id }) => ({
      id: context.ids.next(),
      provider: id,
      belowSince: dateFrom(context.now, -random.integer(2, 40), 'UTC'),
    }));
}

/** Levels of the rules and of providers are two enums of the same names. */
function isSameText(one: string, other: string): boolean {
  return one === other;
}
