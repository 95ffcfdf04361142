import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { DataExport, DataExportState } from './data-export.entity.ts';
import { BUILD_EXPORT } from './job-topics.ts';
import { ExportLimitError, ExportRunningError } from './privacy.errors.ts';
import type { DataExportStarted } from './privacy.type.ts';

const DAY_MS = 86_400_000;
const EXPORTS_PER_DAY = 3;
const GIVEN_UP_MS = 6 * 3_600_000;
const UNFINISHED = { state: { $in: [DataExportState.QUEUED, DataExportState.RUNNING] } };

/** Begins a copy of all that is held about the viewer: one at a time, three a day. */
export async function exportMyData(
  context: RequestContext,
  { accountId }: ViewerIdentity,
): Promise<DataExportStarted | ExportRunningError | ExportLimitError> {
  const { clock } = context;
  const now = clock.now();
  return inUnitOfWork(context.em, async (em) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${accountId}, 2))`.execute(em.getKysely());
    // One that nobody finished in hours is not worth waiting for.
    await em.nativeUpdate(
      DataExport,
      { account: accountId, ...UNFINISHED, requestedAt: { $lt: new Date(now.getTime() - GIVEN_UP_MS) } },
      { state: DataExportState.FAILED },
    );
    const recent = await em.find(
      DataExport,
      { account: accountId, requestedAt: { $gt: new Date(now.getTime() - DAY_MS) } },
      { orderBy: { requestedAt: 'asc' }, disableIdentityMap: true },
    );
    const running = await em.findOne(DataExport, { account: accountId, ...UNFINISHED }, { disableIdentityMap: true });
    if (running) return new ExportRunningError('RUNNING', say(context, RUNNING), running);
    const first = recent[recent.length - EXPORTS_PER_DAY];
    if (first) {
      const retryAt = new Date(first.requestedAt.getTime() + DAY_MS);
      return new ExportLimitError('TOO_MANY', say(context, TOO_MANY), retryAt);
    }
    const row: DataExport = {
      id: newId(),
      account: accountId,
      state: DataExportState.QUEUED,
      progress: 0,
      requestedAt: now,
      readyAt: null,
      expiresAt: null,
    };
    await em.insert(DataExport, row);
    await publish(em, clock, [{ topic: BUILD_EXPORT, payload: { exportId: row.id } }]);
    await recordAudit(em, context, {
      action: 'data-export.requested',
      subjectType: 'data-export',
      subjectId: row.id,
    });
    return { export: row };
  });
}

const RUNNING = {
  en: 'An export is being made already. It will be here in a moment.',
  'zh-CN': '已有一份导出正在生成，请稍候。',
};
const TOO_MANY = {
  en: `You have asked for ${EXPORTS_PER_DAY} exports within a day. Take the newest, or ask again later.`,
  'zh-CN': `您在一天内已导出 ${EXPORTS_PER_DAY} 次。请下载最新的一份，或稍后再试。`,
};
