import type { GraphQLSchema } from 'graphql';
import { getNamedType, isUnionType } from 'graphql';
import { randomOfCase } from '../fuzz/random.ts';
import type { Random } from '../fuzz/random.ts';
import { openJobs } from '../support/run-jobs.ts';
import type { JobsAtHand } from '../support/run-jobs.ts';
import type { GraphQLAnswer } from '../support/graphql-client.ts';
import type { TestApi } from '../support/test-api.ts';
import { pickAct } from './acts.ts';
import type { Act, SeenBooking } from './acts.ts';
import { findFaults } from './checks.ts';
import { buildWalkWorld } from './world.ts';
import type { WalkWorld, Walker } from './world.ts';

/** One world is walked for so many steps; the next begins with other people. */
const STEPS_PER_WORLD = 250;
const MINUTE_MS = 60_000;
/** Jobs that move bookings and money; notices are tested elsewhere. */
const TOPICS = [
  'expire-hold',
  'expire-request',
  'complete-visit',
  'close-visit',
  'settle-payment',
  'settle-move-fee',
  'settle-extra',
  'expire-move-proposal',
  'seek-substitute',
  'remind-substitute',
  'end-substitution',
  // A household that was let down is given a voucher.
  'booking.cancelled',
];
const ALLOWED_ERRORS = new Set(['BAD_USER_INPUT', 'FORBIDDEN']);

export interface WalkReport {
  readonly steps: number;
  readonly elapsedMs: number;
  /** How often each operation was answered by which type, e.g. `finishVisit VisitUpdated`. */
  readonly answers: Readonly<Record<string, number>>;
  /** How often each change of state was made. */
  readonly moves: Readonly<Record<string, number>>;
  /** What must never be, with the number of the step after which it was. */
  readonly faults: readonly string[];
}

/**
 * Random people do random things to bookings while the clock moves, several at once now and then, and after each step
 * everything is looked at. A seed decides what is tried, not which of several at once comes first. Stops at the first fault.
 */
export async function walk(
  api: TestApi,
  schema: GraphQLSchema,
  { steps, seed }: { readonly steps: number; readonly seed: number },
): Promise<WalkReport> {
  const began = performance.now();
  const answers: Record<string, number> = {};
  const moves: Record<string, number> = {};
  const faults: string[] = [];
  const jobs = openJobs(api);
  let taken = 0;
  try {
    for (let index = 0; taken < steps && faults.length === 0; index++) {
      const world = await buildWalkWorld(api);
      const random = randomOfCase(seed, index);
      const most = Math.min(STEPS_PER_WORLD, steps - taken);
      const walker = new WorldWalk(api, schema, jobs, world, random);
      taken += await walker.go(most, (outcome) => (answers[outcome] = (answers[outcome] ?? 0) + 1));
      faults.push(...walker.faults.map((fault) => `step ${taken}: ${fault}`));
      for (const [move, count] of Object.entries(await countMoves(api, world)))
        moves[move] = (moves[move] ?? 0) + count;
    }
  } finally {
    await jobs.close();
  }
  return { steps: taken, elapsedMs: performance.now() - began, answers, moves, faults };
}

class WorldWalk {
  readonly faults: string[] = [];
  readonly #api: TestApi;
  readonly #schema: GraphQLSchema;
  readonly #jobs: JobsAtHand;
  readonly #world: WalkWorld;
  readonly #random: Random;

  constructor(api: TestApi, schema: GraphQLSchema, jobs: JobsAtHand, world: WalkWorld, random: Random) {
    this.#api = api;
    this.#schema = schema;
    this.#jobs = jobs;
    this.#world = world;
    this.#random = random;
  }

  /** Takes that many steps, fewer if something is wrong. Returns how many. */
  async go(most: number, note: (outcome: string) => void): Promise<number> {
    for (let step = 1; step <= most; step++) {
      await this.#step(note);
      this.faults.push(...(await findFaults(this.#api, this.#world)));
      if (this.faults.length > 0) return step;
    }
    return most;
  }

  async #step(note: (outcome: string) => void): Promise<void> {
    const random = this.#random;
    const bookings = await this.#listBookings();
    if (random.chance(0.2)) {
      this.#moveClock(bookings);
      // Workers may be late, so the clock moves without them now and then.
      if (random.chance(0.75)) await this.#jobs.run(TOPICS);
      note('the clock');
      return;
    }
    const act = this.#pick(bookings);
    const others = random.chance(0.15) ? [this.#pick(bookings), act] : [];
    const sent = [act, ...others].filter((one) => one !== null);
    await Promise.all(sent.map(async (one) => this.#send(one.act, one.walker, note)));
  }

  #pick(bookings: readonly SeenBooking[]): { act: Act; walker: Walker } | null {
    const random = this.#random;
    const open = bookings.filter(
      ({ state }) => !['CLOSED', 'EXPIRED', 'DECLINED', 'CANCELLED', 'NO_SHOW'].includes(state),
    );
    const among = random.chance(0.95) && open.length > 0 ? open : bookings;
    const booking = among.length > 0 && !random.chance(open.length < 6 ? 0.4 : 0.06) ? random.pick(among) : null;
    return pickAct({ world: this.#world, booking, now: this.#api.clock.now(), random });
  }

  async #send(act: Act, walker: Walker, note: (outcome: string) => void): Promise<void> {
    const answer = await walker.client.send<Record<string, { __typename: string } | boolean | null>>(
      act.document,
      act.variables,
    );
    const named = nameOf(answer, act.operation);
    note(`${act.operation} ${named}`);
    if (!this.#isExpected(answer, act.operation, named))
      this.faults.push(`${act.operation} by ${walker.role} is answered ${answer.status} ${answer.body.slice(0, 300)}`);
  }

  #isExpected({ errors, status }: GraphQLAnswer<unknown>, operation: string, named: string): boolean {
    if (errors.length > 0)
      return status === 200 && errors.every(({ extensions }) => ALLOWED_ERRORS.has(extensions.code));
    const field = this.#schema.getMutationType()?.getFields()[operation];
    const type = field && getNamedType(field.type);
    if (!isUnionType(type)) return named === 'true' || named === 'false';
    return type.getTypes().some(({ name }) => name === named);
  }

  /** To just around something that matters to a booking, or a little further. */
  #moveClock(bookings: readonly SeenBooking[]): void {
    const random = this.#random;
    const now = this.#api.clock.now().getTime();
    const moments = bookings
      .filter(({ state }) => ['REQUESTED', 'CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS'].includes(state))
      .flatMap(({ starts_at: start, ends_at: end }) => [
        start.getTime() - 240 * MINUTE_MS,
        start.getTime() - random.below(60) * MINUTE_MS,
        start.getTime() + 15 * MINUTE_MS,
        end.getTime(),
        end.getTime() + 120 * MINUTE_MS,
      ])
      .filter((moment) => moment > now);
    const next = moments.length > 0 && random.chance(0.4) ? Math.min(...moments) : now + random.below(8) * MINUTE_MS;
    this.#api.clock.set(new Date(next + (random.chance(0.3) ? random.below(3) - 1 : 0)));
  }

  async #listBookings(): Promise<SeenBooking[]> {
    return this.#api.sql<SeenBooking>(
      `select b.id, b.state, b.household_id, b.provider_id, b.starts_at, b.ends_at, b.generation, (b.stored_quote->>'total')::int as total,
         (select amount from visit_extra e where e.booking_id = b.id and e.state = 'PROPOSED') as proposed,
         (select id from move_proposal m where m.booking_id = b.id and m.status = 'PENDING') as proposal_id,
         exists (select from substitute_search s where s.booking_id = b.id and s.status in ('UNCOVERED', 'OFFERED')) as is_sought,
         (select id from voucher v where v.household_id = b.household_id order by v.id limit 1) as voucher_id
       from booking b where b.provider_id = any($1) order by b.created_at, b.id`,
      [this.#world.providerIds],
    );
  }
}

function nameOf(
  answer: GraphQLAnswer<Record<string, { __typename: string } | boolean | null>>,
  operation: string,
): string {
  const value = answer.data?.[operation];
  if (answer.errors[0]) return answer.errors[0].extensions.code;
  return typeof value === 'object' && value !== null ? value.__typename : String(value);
}

async function countMoves(api: TestApi, world: WalkWorld): Promise<Record<string, number>> {
  const rows = await api.sql<{ move: string; count: number }>(
    `select coalesce(t."from", '-') || ' → ' || t."to" || ' by ' || t.actor_role as move, count(*)::int as count
     from booking_transition t join booking b on b.id = t.booking_id where b.provider_id = any($1) group by 1`,
    [world.providerIds],
  );
  return Object.fromEntries(rows.map(({ move, count }) => [move, count]));
}
