import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import {
  PAYOUT_CHANGED,
  PROVIDER_MOVED,
  ProviderActName,
  ProviderTransition,
} from '../../api/modules/providers/index.ts';
import { PayoutAccount, PayoutKind, SEALED_PAYOUT_ACCOUNT } from '../../api/modules/providers/payout-account.entity.ts';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { publish } from '../../api/platform/outbox.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { listDeliveries } from './support/sent-messages.ts';

describeOnEachQueue(12, (redisUrl) => {
  const clock = new FakeClock(new Date('2027-03-10T08:00:00Z'));
  let world: JobWorld;

  beforeEach(async () => {
    world = await openJobWorld({ redisUrl, clock });
  });
  afterEach(() => world.close());

  const build = async (locale: string): Promise<string> => {
    const em = world.database.em.fork();
    const account = await buildAccount(em, { roles: [Role.PROVIDER], phone: null, locale });
    return (await buildProvider(em, { account: account.id })).id;
  };
  const move = async (provider: string, act: ProviderActName, reasonCode: string | null): Promise<void> => {
    const em = world.database.em.fork();
    const id = newId();
    await em.insert(ProviderTransition, {
      id,
      provider,
      act,
      from: ProviderStatus.ACTIVE,
      to: ProviderStatus.SUSPENDED,
      actorRole: 'OPERATOR',
      actor: null,
      at: clock.now(),
      reasonCode,
      note: 'We will call you',
    });
    // Announced twice, told once.
    for (let count = 0; count < 2; count += 1)
      await publish(em, clock, [{ topic: PROVIDER_MOVED, payload: { transitionId: id } }]);
    await world.settle();
  };
  const told = async (): Promise<string[]> =>
    (await listDeliveries(world.database, 'provider-decided')).map(({ body }) => body);

  test('a provider is told what was decided, why, and where to go, in their language, once', async () => {
    await move(await build('en'), ProviderActName.SUSPEND, 'CONDUCT');

    expect(await told()).toEqual([
      'You cannot be booked for the time being. You can appeal on your profile. Conduct towards a household. We will call you. https://doorstep.test/pro/profile',
    ]);
    await move(await build('zh-CN'), ProviderActName.DECLINE, 'PROFILE_UNCLEAR');
    expect((await told()).at(-1)).toContain('个人介绍不够清楚');
  });

  test('what providers do themselves they are not told', async () => {
    await move(await build('en'), ProviderActName.PAUSE, null);

    expect(await told()).toEqual([]);
  });

  test('a change of where earnings go is told, and one that was overtaken is not', async () => {
    const provider = await build('en');
    const em = world.database.em.fork();
    const id = newId();
    const savedAt = clock.now();
    await em.insert(
      PayoutAccount,
      TEST_VAULT.sealRow(SEALED_PAYOUT_ACCOUNT, {
        id,
        provider,
        kind: PayoutKind.IBAN,
        holder: 'Rosa',
        number: 'GB29NWBK60161331926819',
        savedAt,
      }),
    );
    for (const at of [savedAt, new Date(savedAt.getTime() - 60_000)])
      await publish(em, clock, [
        { topic: PAYOUT_CHANGED, payload: { payoutAccountId: id, savedAt: at.toISOString() } },
      ]);
    await world.settle();

    const deliveries = await listDeliveries(world.database, 'payout-changed');
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]!.body).not.toContain('6819');
  });
});
