import type { Migration } from '@mikro-orm/migrations';
import { Migration20261122214525_initial_schema } from './Migration20261122214525_initial_schema.ts';
import { Migration20261122225817_index_service_areas } from './Migration20261122225817_index_service_areas.ts';
import { Migration20261123000946_seal_personal_columns } from './Migration20261123000946_seal_personal_columns.ts';

type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** All migrations, oldest first. Listed by name, so that a bundle holds them and a database newer than the code is noticed. */
export const migrations: readonly { readonly name: string; readonly class: MigrationClass }[] = [
  { name: 'Migration20261122214525_initial_schema', class: Migration20261122214525_initial_schema },
  { name: 'Migration20261122225817_index_service_areas', class: Migration20261122225817_index_service_areas },
  { name: 'Migration20261123000946_seal_personal_columns', class: Migration20261123000946_seal_personal_columns },
];
