import { Migration } from '@mikro-orm/migrations';

export class Migration20261122225817_index_service_areas extends Migration {

  override name = 'Migration20261122225817_index_service_areas';

  override up(): void | Promise<void> {
    this.addSql(`drop index "provider_base_gist";`);
    this.addSql(`create index "provider_service_area" on "provider" using gist (box(point(longitude - service_radius_metres / (110000.0::float8 * greatest(0.01, cos(radians(latitude)))), latitude - service_radius_metres / 110000.0::float8), point(longitude + service_radius_metres / (110000.0::float8 * greatest(0.01, cos(radians(latitude)))), latitude + service_radius_metres / 110000.0::float8)));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "provider_service_area";`);
    this.addSql(`create index "provider_base_gist" on "provider" using gist (point(longitude, latitude));`);
  }

}
