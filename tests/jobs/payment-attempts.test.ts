import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthorizationLetGo, recordAttempt } from '../../api/modules/payments/payment-attempts.ts';
import { CONFIRM_BOOKING, confirmBooking, findBooking, holdSlot } from '../support/booking-operations.ts';
import type { ConfirmInput, Outcome } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { openJobs } from '../support/run-jobs.ts';
import type { JobsAtHand } from '../support/run-jobs.ts';
import { beginBeside, untilWaiting } from '../support/table-lock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let jobs: JobsAtHand;
beforeAll(async () => {
  api = await startTestApi();
  jobs = openJobs(api);
});
afterAll(async () => {
  await jobs.close();
  await api.close();
});

interface Held extends BookingScene {
  readonly bookingId: string;
  confirm(input?: Partial<ConfirmInput>): Promise<Outcome>;
  /** A confirmation that ends without an answer. */
  lose(input?: Partial<ConfirmInput>): Promise<void>;
}

async function hold(): Promise<Held> {
  const scene = await buildBookingScene(api);
  const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
  const toInput = (input: Partial<ConfirmInput> = {}): ConfirmInput => ({
    bookingId,
    idempotencyKey: randomUUID(),
    ...input,
  });
  return {
    ...scene,
    bookingId,
    confirm: (input) => confirmBooking(scene.client, toInput(input)),
    lose: async (input) => {
      const body = { paymentMethod: 'sandbox_visa', ...toInput(input) };
      const answer = await scene.client.send(CONFIRM_BOOKING, { input: body });
      expect(answer.errors[0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    },
  };
}

const charges = (bookingId: string): Promise<object[]> =>
  api.sql(`select status, captured from sandbox_charge where idempotency_key like $1 order by created_at`, [
    `booking:${bookingId}:%`,
  ]);
const attempts = async (bookingId: string): Promise<string[]> =>
  (
    await api.sql<{ status: string }>(
      'select status from payment_attempt where idempotency_key like $1 order by created_at',
      [`booking:${bookingId}:%`],
    )
  ).map(({ status }) => status);
const payments = (bookingId: string): Promise<object[]> =>
  api.sql('select status from payment where reference = $1', [bookingId]);
const lookAgain = (): Promise<void> => jobs.run(['look-at-attempt']);

/** Runs what is due so many minutes later, and goes back. */
async function later(minutes: number): Promise<void> {
  api.clock.advanceMinutes(minutes);
  await lookAgain();
  api.clock.advanceMinutes(-minutes);
}

/** Lets every second transaction of a confirmation fail, as if the process had died before it. */
async function withoutSecondTransaction(work: () => Promise<void>): Promise<void> {
  await api.sql(`create function die() returns trigger language plpgsql as $$ begin raise exception 'dead'; end $$`);
  await api.sql('create trigger die before insert on payment for each row execute function die()');
  await work();
  await api.sql('drop function die cascade');
}

describe('an order to the bank', () => {
  it('is written down before it is given, and stands with what it was for', async () => {
    const { bookingId, confirm } = await hold();

    await confirm();
    await later(2);

    expect(await attempts(bookingId)).toEqual(['RECORDED']);
    expect(await charges(bookingId)).toEqual([{ status: 'AUTHORIZED', captured: 0 }]);
  });

  it('is not given when it could not be written down', async () => {
    const { bookingId, lose } = await hold();
    await api.sql('alter table payment_attempt rename to gone');

    await lose();
    await api.sql('alter table gone rename to payment_attempt');

    expect(await charges(bookingId)).toEqual([]);
  });

  it('whose answer got lost is found again by asking with the same key: one charge, one booking', async () => {
    const { bookingId, confirm, lose } = await hold();
    const same = { paymentMethod: 'sandbox_lost_answer', idempotencyKey: randomUUID() };
    await lose(same);
    expect(await attempts(bookingId)).toEqual(['OPEN']);

    expect((await confirm(same)).__typename).toBe('BookingConfirmed');
    await later(2);

    expect(await attempts(bookingId)).toEqual(['RECORDED']);
    expect(await charges(bookingId)).toEqual([{ status: 'AUTHORIZED', captured: 0 }]);
    expect(await payments(bookingId)).toEqual([{ status: 'AUTHORIZED' }]);
  });

  it('whose answer got lost for good is let go of after a minute, not before, and the hold stands', async () => {
    const { bookingId, client, confirm, lose } = await hold();
    const lost = { paymentMethod: 'sandbox_lost_answer', idempotencyKey: randomUUID() };
    await lose(lost);

    api.clock.advanceMinutes(59 / 60);
    await lookAgain();
    expect(await charges(bookingId)).toEqual([{ status: 'AUTHORIZED', captured: 0 }]);
    api.clock.advanceMinutes(1 / 60);
    await lookAgain();
    api.clock.advanceMinutes(-1);

    expect(await charges(bookingId)).toEqual([{ status: 'VOIDED', captured: 0 }]);
    expect(await attempts(bookingId)).toEqual(['LET_GO']);
    expect(await findBooking(client, bookingId)).toMatchObject({ state: 'HELD' });
    expect(await confirm(lost)).toMatchObject({ __typename: 'PaymentDeclinedError', declineCode: 'expired' });
    expect((await confirm()).__typename).toBe('BookingConfirmed');
  });

  it('of a process that died before its booking stood is let go of', async () => {
    const { bookingId, lose } = await hold();
    await withoutSecondTransaction(() => lose());
    expect(await attempts(bookingId)).toEqual(['AUTHORIZED']);
    expect(await charges(bookingId)).toEqual([{ status: 'AUTHORIZED', captured: 0 }]);

    await later(1);
    await later(2);

    expect(await charges(bookingId)).toEqual([{ status: 'VOIDED', captured: 0 }]);
    expect(await payments(bookingId)).toEqual([]);
    expect(await attempts(bookingId)).toEqual(['LET_GO']);
  });

  it('is let go of even when the process that sees to it dies on the way', async () => {
    const { bookingId, lose } = await hold();
    await withoutSecondTransaction(() => lose());
    await api.sql('alter table sandbox_charge rename to away');
    await expect(later(1)).rejects.toThrow('sandbox_charge');
    await api.sql('alter table away rename to sandbox_charge');
    expect(await attempts(bookingId)).toEqual(['LETTING_GO']);

    await later(1);

    expect(await attempts(bookingId)).toEqual(['LET_GO']);
    expect(await charges(bookingId)).toEqual([{ status: 'VOIDED', captured: 0 }]);
  });

  it('that was stopped on its way to the bank and arrives after all holds nothing', async () => {
    const { bookingId, confirm } = await hold();
    const bank = await beginBeside(api);
    await bank.run('lock table sandbox_charge in exclusive mode');
    const outcome = confirm();
    await untilWaiting(api, 1);

    await later(1);
    expect(await attempts(bookingId)).toEqual(['LETTING_GO']);
    await bank.commit();

    expect(await outcome).toMatchObject({ __typename: 'PaymentDeclinedError', declineCode: 'expired' });
    expect(await charges(bookingId)).toEqual([{ status: 'VOIDED', captured: 0 }]);
    await later(60);
    expect(await attempts(bookingId)).toEqual(['LET_GO']);
  });

  it('that never reached the bank is closed after an hour, and does not reach it any more', async () => {
    const { bookingId, confirm, lose } = await hold();
    const stopped = { paymentMethod: 'sandbox_visa', idempotencyKey: randomUUID() };
    await withoutSecondTransaction(() => lose(stopped));
    const gone = [`booking:${bookingId}:%`];
    await api.sql(`update payment_attempt set status = 'OPEN', gateway_id = null where idempotency_key like $1`, gone);
    await api.sql('delete from sandbox_charge where idempotency_key like $1', gone);

    await later(1);
    expect(await attempts(bookingId)).toEqual(['LETTING_GO']);
    await later(60);

    expect(await attempts(bookingId)).toEqual(['LET_GO']);
    expect(await confirm(stopped)).toMatchObject({ __typename: 'PaymentDeclinedError', declineCode: 'expired' });
    expect(await charges(bookingId)).toEqual([]);
  });

  it('waits longer for people who take a step at their bank', async () => {
    const { bookingId, confirm } = await hold();
    await confirm({ paymentMethod: 'sandbox_action_required' });

    await later(19);
    expect(await charges(bookingId)).toEqual([{ status: 'ACTION_REQUIRED', captured: 0 }]);
    await later(20);

    expect(await charges(bookingId)).toEqual([{ status: 'VOIDED', captured: 0 }]);
  });

  it('carries nothing any more once it was given up', async () => {
    const { bookingId, lose } = await hold();
    await withoutSecondTransaction(() => lose());
    const [attempt] = await api.sql<{ gatewayId: string }>(
      'select gateway_id as "gatewayId" from payment_attempt where idempotency_key like $1',
      [`booking:${bookingId}:%`],
    );
    await later(1);

    await expect(recordAttempt(api.em, api.clock, 'sandbox', attempt!.gatewayId)).rejects.toThrow(AuthorizationLetGo);
  });
});
