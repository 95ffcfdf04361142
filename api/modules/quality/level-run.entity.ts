import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownsProvider, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { Provider } from '../providers/index.ts';

/** A run of days on which a provider has been below their level; there is none for whoever meets it. */
@Entity({
  tableName: 'level_run',
  ...visibleRows('level_run', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class LevelRun {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  /** First day of the run, in UTC. */
  @Property({ type: 'date' })
  belowSince!: string;
}
