import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Delivery, SEALED_DELIVERY } from '../../api/modules/notifications/delivery.entity.ts';
import { AssignmentReason, Certificate, Course, CourseAssignment } from '../../api/modules/training/index.ts';
import { publish } from '../../api/platform/outbox.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { buildMarketplace } from './support/marketplace.builder.ts';
import type { Marketplace } from './support/marketplace.builder.ts';

const NAME = { en: 'Safe work', 'zh-CN': '安全作业' };
const MORNING = new Date('2027-03-10T10:00:00Z');
const DAY_MS = 86_400_000;
const JOB_OF_THE_DAY = { topic: 'announce-expiring-certificates', payload: { day: '2027-03-10' } };

describe('notices of courses', () => {
  const clock = new FakeClock(MORNING);
  let world: JobWorld;
  let market: Marketplace;
  const course = newId();

  beforeAll(async () => {
    world = await openJobWorld({ redisUrl: null, clock });
    market = await buildMarketplace(world.database, clock, { providerPhone: '+447700900002' });
    await world.database.em.fork().insert(Course, { id: course, code: 'SAFE_WORK', name: NAME, retiredAt: null });
  });
  beforeEach(async () => {
    clock.set(MORNING);
    const em = world.database.em.fork();
    for (const table of ['certificate', 'course_assignment', 'delivery', 'outbox_message'])
      await em.execute(`delete from ${table}`);
  });
  afterAll(() => world.close());

  async function buildCertificate(validUntil: string | null, validFrom = '2026-01-01'): Promise<string> {
    const id = newId();
    await world.database.em.fork().insert(Certificate, {
      id,
      provider: market.provider.id,
      course,
      version: null,
      validFrom,
      validUntil,
      verificationCode: id,
    });
    return id;
  }

  /** The job of the day runs, and whatever it announces is told once its hour has come. */
  async function runDay(): Promise<void> {
    await world.outbox.scheduleDaily();
    await world.settle();
    clock.advance(DAY_MS / 2);
    await world.settle();
    clock.advance(-DAY_MS / 2);
  }

  const notices = async (): Promise<{ dedupeKey: string; body: string; recipient: string }[]> => {
    const rows = await world.database.em
      .fork()
      .find(Delivery, { kind: { $like: 'c%' } }, { orderBy: { createdAt: 'asc', id: 'asc' } });
    return rows.map((row) => ({ dedupeKey: row.dedupeKey, ...TEST_VAULT.openRow(SEALED_DELIVERY, row) }));
  };
  const steps = async (): Promise<number[]> =>
    (await notices()).map(({ dedupeKey }) => Number(dedupeKey.split(':').at(-1)));

  test('come at 60, 30, 14, 7 and 1 days, one each, over a hundred days of which each has its job run', async () => {
    await buildCertificate('2027-06-01');
    const seen: [number, string][] = [];
    for (let day = 0; day < 100; day += 1) {
      const before = (await steps()).length;
      await runDay();
      for (const step of (await steps()).slice(before)) seen.push([step, clock.now().toISOString().slice(0, 10)]);
      clock.advance(DAY_MS);
    }

    expect(seen).toEqual([
      [60, '2027-04-02'],
      [30, '2027-05-02'],
      [14, '2027-05-18'],
      [7, '2027-05-25'],
      [1, '2027-05-31'],
    ]);
  }, 120_000);

  test('come once however often the job of a day is asked for and run', async () => {
    await buildCertificate('2027-03-17');

    await Promise.all([world.outbox.scheduleDaily(), world.outbox.scheduleDaily(), world.outbox.scheduleDaily()]);
    const [row] = await world.database.em
      .fork()
      .execute<{ jobs: number }[]>(`select count(*)::int as jobs from outbox_message where topic = ?`, [
        JOB_OF_THE_DAY.topic,
      ]);
    expect(row!.jobs).toBe(1);
    await runDay();
    await publish(world.database.em.fork(), clock, [JOB_OF_THE_DAY]);
    await runDay();

    expect(await steps()).toEqual([7]);
  });

  test('after days without a worker bring the most pressing step, not all that were missed', async () => {
    await buildCertificate('2027-03-15');

    await runDay();

    expect(await steps()).toEqual([7]);
  });

  test('say in the language of the provider what ends when, and where to renew it', async () => {
    await buildCertificate('2027-03-11');

    await runDay();

    const [notice] = await notices();
    expect(notice).toMatchObject({ recipient: '+447700900002' });
    expect(notice!.body).toContain('Safe work');
    expect(notice!.body).toContain('11 March 2027');
    expect(notice!.body).toContain(`https://doorstep.test/pro/courses/${course}`);
  });

  test.each<[string, [string | null, string?][]]>([
    ['has been renewed', [['2027-03-17'], ['2029-03-10', '2027-03-01']]],
    ['has no end', [[null]]],
    ['is over', [['2027-03-09']]],
  ])('leave out what %s', async (_what, certificates) => {
    for (const [until, from] of certificates) await buildCertificate(until, from);

    await runDay();

    expect(await steps()).toEqual([]);
  });

  test('wait for the morning, and are dropped when the course was passed again in the night', async () => {
    clock.set(new Date('2027-03-10T02:00:00Z'));
    await buildCertificate('2027-03-17');
    await publish(world.database.em.fork(), clock, [JOB_OF_THE_DAY]);
    await world.settle();
    expect(await notices()).toEqual([]);
    await buildCertificate('2029-03-10', '2027-03-10');

    clock.set(new Date('2027-03-10T09:00:00Z'));
    await world.settle();

    expect(await notices()).toEqual([]);
  });

  async function assign(overrides: Partial<CourseAssignment> = {}): Promise<string> {
    const id = newId();
    const em = world.database.em.fork();
    await em.insert(CourseAssignment, {
      id,
      course,
      provider: market.provider.id,
      reason: AssignmentReason.RETRAINING,
      dueOn: '2027-03-31',
      assignedBy: null,
      assignedAt: clock.now(),
      completedAt: null,
      withdrawnAt: null,
      ...overrides,
    });
    await publish(em, clock, [{ topic: 'course.assigned', payload: { assignmentId: id } }]);
    return id;
  }

  test('tell of an assignment once, with the day and the way to it', async () => {
    const id = await assign();
    await publish(world.database.em.fork(), clock, [{ topic: 'course.assigned', payload: { assignmentId: id } }]);

    await world.settle();

    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('31 March 2027');
  });

  test('do not tell of an assignment that was withdrawn before its notice was written', async () => {
    await assign({ withdrawnAt: MORNING });

    await world.settle();

    expect(await notices()).toEqual([]);
  });
});
