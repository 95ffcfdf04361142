import { z } from 'zod';
import { recordAudit } from '../../../platform/audit-log.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import type { OutboxDraft } from '../../../platform/outbox.ts';
import type { PersonalTable, Retention } from '../../../platform/personal-data.ts';
import { APPLY_RETENTION, PLAN_RETENTION } from '../job-topics.ts';
import { personalDataRegister } from '../register.ts';
import { applyRetention, listDueMinutes } from '../retention.queries.ts';

/** A day and a bit: the next plan may come late. */
const HOURS_AHEAD = 26;

interface Rule {
  readonly table: PersonalTable;
  readonly rule: Retention;
}

function listRules(): Rule[] {
  return personalDataRegister().tables.flatMap((table) => (table.retention ?? []).map((rule) => ({ table, rule })));
}

/** Has every rule applied now, and the punctual ones again at each minute of the day ahead at which something is due. */
async function plan({ em, clock }: JobContext): Promise<void> {
  const now = clock.now();
  const drafts: OutboxDraft[] = [];
  for (const { table, rule } of listRules()) {
    const draft = { topic: APPLY_RETENTION, payload: { table: table.table, rule: rule.name } };
    drafts.push(draft);
    if (rule.punctual)
      for (const dueAt of await listDueMinutes(em, table, rule, now, HOURS_AHEAD)) drafts.push({ ...draft, dueAt });
  }
  await publish(em, clock, drafts);
}

async function apply(
  { em, clock }: JobContext,
  payload: { readonly table: string; readonly rule: string },
): Promise<void> {
  const found = listRules().find(({ table, rule }) => table.table === payload.table && rule.name === payload.rule);
  // A rule that this version no longer has asks for nothing.
  if (!found) return;
  const { changed, mayBeMore } = await applyRetention(em, found.table, found.rule, clock.now());
  if (changed === 0) return;
  await recordAudit(
    em,
    { clock },
    {
      action: 'retention.applied',
      subjectType: 'retention',
      subjectId: null,
      reason: `${payload.table}.${payload.rule}: ${changed}`,
    },
  );
  if (mayBeMore) await publish(em, clock, [{ topic: APPLY_RETENTION, payload: { ...payload } }]);
}

export const retentionJobs: readonly MessageHandler[] = [
  defineHandler({ topic: PLAN_RETENTION, payload: z.object({ day: z.iso.date() }), handle: plan }),
  defineHandler({ topic: APPLY_RETENTION, payload: z.object({ table: z.string(), rule: z.string() }), handle: apply }),
];
