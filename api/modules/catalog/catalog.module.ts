import type { ModuleDefinition } from '../../platform/module.ts';
import { RegionResolver, ServiceCategoryResolver, ServiceItemQueries } from './catalog.resolver.ts';
import { Holiday } from './holiday.entity.ts';
import { Place } from './place.entity.ts';
import { Region } from './region.entity.ts';
import { ServiceCategory } from './service-category.entity.ts';
import { ServiceItem } from './service-item.entity.ts';
import { HolidayResolver, PlaceResolver, ServiceItemResolver, ServiceOptionResolver } from './service-item.resolver.ts';
import { ServiceOption } from './service-option.entity.ts';
import { catalogReadRules } from './catalog.read-rules.ts';
import { catalogPersonalData } from './catalog.personal.ts';

export const catalogModule: ModuleDefinition = {
  name: 'catalog',
  readRules: catalogReadRules,
  personal: catalogPersonalData,
  entities: [Region, Place, Holiday, ServiceCategory, ServiceItem, ServiceOption],
  resolvers: [
    RegionResolver,
    ServiceCategoryResolver,
    ServiceItemQueries,
    ServiceItemResolver,
    ServiceOptionResolver,
    PlaceResolver,
    HolidayResolver,
  ],
};
