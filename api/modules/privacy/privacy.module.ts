import type { ModuleDefinition } from '../../platform/module.ts';
import { AccountErasure } from './account-erasure.entity.ts';
import { DataExportPart, SEALED_DATA_EXPORT_PART } from './data-export-part.entity.ts';
import { dataExportSource } from './data-export-source.ts';
import { DataExport } from './data-export.entity.ts';
import { PLAN_RETENTION } from './job-topics.ts';
import { erasureJobs } from './jobs/erasure.jobs.ts';
import { exportJobs } from './jobs/export.jobs.ts';
import { retentionJobs } from './jobs/retention.jobs.ts';
import { privacyPersonalData } from './privacy.personal.ts';
import { privacyReadRules } from './privacy.read-rules.ts';
import {
  DataExportPartResolver,
  DataExportResolver,
  PrivacyResolver,
  ViewerErasureResolver,
} from './privacy.resolver.ts';

export const privacyModule: ModuleDefinition = {
  name: 'privacy',
  personal: privacyPersonalData,
  readRules: privacyReadRules,
  sealed: [SEALED_DATA_EXPORT_PART],
  entities: [DataExport, DataExportPart, AccountErasure],
  resolvers: [PrivacyResolver, DataExportResolver, DataExportPartResolver, ViewerErasureResolver],
  files: [dataExportSource],
  jobs: [...exportJobs, ...erasureJobs, ...retentionJobs],
  daily: [PLAN_RETENTION],
};
