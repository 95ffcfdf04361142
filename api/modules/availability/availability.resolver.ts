import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireOwnProvider } from '../providers/index.ts';
import {
  AddTimeOffInput,
  ChangeTimeOffInput,
  SetHoursExceptionInput,
  SetWorkingHoursInput,
} from './availability.inputs.ts';
import {
  AddTimeOffResult,
  ChangeTimeOffResult,
  SetHoursExceptionResult,
  SetWorkingHoursResult,
} from './availability.type.ts';
import { addTimeOff, changeTimeOff, removeTimeOff } from './time-off.service.ts';
import { removeHoursException, setHoursException, setWorkingHours } from './working-hours.service.ts';

@Resolver()
export class AvailabilityResolver {
  @Mutation(() => SetWorkingHoursResult, { description: 'Replaces your week plan. For providers.' })
  async setWorkingHours(
    @Arg('input', () => SetWorkingHoursInput, { description: 'The whole plan.' }) input: SetWorkingHoursInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetWorkingHoursResult> {
    return setWorkingHours(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => SetHoursExceptionResult, { description: 'Sets the hours of one day. For providers.' })
  async setHoursException(
    @Arg('input', () => SetHoursExceptionInput, { description: 'The day.' }) input: SetHoursExceptionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetHoursExceptionResult> {
    return setHoursException(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => Boolean, { description: 'Lets a day follow the week plan again; false when it did already.' })
  async removeHoursException(
    @Arg('id', () => ID, { description: 'The exception.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const provider = await requireOwnProvider(context);
    return isId(id) && removeHoursException(context, provider, id);
  }

  @Mutation(() => AddTimeOffResult, { description: 'Takes time off. For providers.' })
  async addTimeOff(
    @Arg('input', () => AddTimeOffInput, { description: 'The time.' }) input: AddTimeOffInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AddTimeOffResult> {
    return addTimeOff(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => ChangeTimeOffResult, { description: 'Moves, shortens or lengthens time off. For providers.' })
  async changeTimeOff(
    @Arg('input', () => ChangeTimeOffInput, { description: 'Which, and the time.' }) input: ChangeTimeOffInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeTimeOffResult> {
    return changeTimeOff(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => Boolean, { description: 'Takes time off back; false when there was none.' })
  async removeTimeOff(
    @Arg('id', () => ID, { description: 'The time off.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const provider = await requireOwnProvider(context);
    return isId(id) && removeTimeOff(context, provider, id);
  }
}
