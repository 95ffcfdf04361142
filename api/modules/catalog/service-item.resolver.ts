import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Holiday } from './holiday.entity.ts';
import { UnitRange } from './item-catalogue.type.ts';
import { Place } from './place.entity.ts';
import { Region } from './region.entity.ts';
import { ServiceCategory } from './service-category.entity.ts';
import { ServiceItem } from './service-item.entity.ts';
import { ServiceOption } from './service-option.entity.ts';

@Resolver(() => ServiceItem)
export class ServiceItemResolver {
  @FieldResolver(() => String, { description: 'Name of the item.' })
  name(@Root() item: ServiceItem, @Ctx() context: RequestContext): string {
    return localize(item.name, context.locale);
  }

  @FieldResolver(() => String, { description: 'What it is, in one or two sentences.' })
  description(@Root() item: ServiceItem, @Ctx() context: RequestContext): string {
    return localize(item.description, context.locale);
  }

  @FieldResolver(() => [String], { description: 'What the price includes.' })
  included(@Root() item: ServiceItem, @Ctx() context: RequestContext): string[] {
    return item.included.map((text) => localize(text, context.locale));
  }

  @FieldResolver(() => [String], { description: 'What it does not include.' })
  notIncluded(@Root() item: ServiceItem, @Ctx() context: RequestContext): string[] {
    return item.notIncluded.map((text) => localize(text, context.locale));
  }

  @FieldResolver(() => ID, { description: 'The region it is offered in.' })
  regionId(@Root() item: ServiceItem): string {
    return item.region;
  }

  @FieldResolver(() => ServiceCategory, { description: 'Where it stands in the catalogue.' })
  async category(@Root() item: ServiceItem, @Ctx() context: RequestContext): Promise<ServiceCategory> {
    return context.loaders.get(ServiceCategory, item.category);
  }

  @FieldResolver(() => MoneyType, { description: 'Usual price of the item, of an hour or of a unit.' })
  async price(@Root() item: ServiceItem, @Ctx() context: RequestContext): Promise<MoneyType> {
    const region = await context.loaders.get(Region, item.region);
    return { amount: item.priceAmount, currency: region.currency };
  }

  @FieldResolver(() => String, { nullable: true, description: 'What a unit is, e.g. room.' })
  unitName(@Root() item: ServiceItem, @Ctx() context: RequestContext): string | null {
    return item.unitName === null ? null : localize(item.unitName, context.locale);
  }

  @FieldResolver(() => UnitRange, {
    nullable: true,
    description: 'How many units can be booked; null for a fixed price.',
  })
  units(@Root() item: ServiceItem): UnitRange | null {
    return item.units;
  }

  @FieldResolver(() => [ServiceOption], { description: 'Extras, in catalogue order.' })
  async options(@Root() item: ServiceItem, @Ctx() context: RequestContext): Promise<ServiceOption[]> {
    return context.loaders.list(ServiceOption, 'item', item.id, { position: 'asc' });
  }
}

@Resolver(() => ServiceOption)
export class ServiceOptionResolver {
  @FieldResolver(() => String, { description: 'Name of the extra.' })
  name(@Root() option: ServiceOption, @Ctx() context: RequestContext): string {
    return localize(option.name, context.locale);
  }

  @FieldResolver(() => MoneyType, { description: 'What it adds to the price.' })
  price(@Root() option: ServiceOption): MoneyType {
    return { amount: option.priceAmount, currency: option.currency };
  }
}

@Resolver(() => Place)
export class PlaceResolver {
  @FieldResolver(() => String, { description: 'Name of the neighbourhood.' })
  name(@Root() place: Place, @Ctx() context: RequestContext): string {
    return localize(place.name, context.locale);
  }
}

@Resolver(() => Holiday)
export class HolidayResolver {
  @FieldResolver(() => String, { description: 'Name of the day.' })
  name(@Root() holiday: Holiday, @Ctx() context: RequestContext): string {
    return localize(holiday.name, context.locale);
  }
}
