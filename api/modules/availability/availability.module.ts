import type { ModuleDefinition } from '../../platform/module.ts';
import { HOURS_CHANGED } from './availability.events.ts';
import { AvailabilityResolver } from './availability.resolver.ts';
import { HoursException } from './hours-exception.entity.ts';
import { Reservation } from './reservation.entity.ts';
import { TimeOff } from './time-off.entity.ts';
import { WorkingSpan } from './working-span.entity.ts';
import { availabilityReadRules } from './availability.read-rules.ts';
import { availabilityPersonalData } from './availability.personal.ts';

export const availabilityModule: ModuleDefinition = {
  name: 'availability',
  readRules: availabilityReadRules,
  personal: availabilityPersonalData,
  entities: [WorkingSpan, HoursException, TimeOff, Reservation],
  resolvers: [AvailabilityResolver],
  facts: [HOURS_CHANGED],
};
