import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { MoneyType } from '../../platform/money.type.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { answerExtra } from './answer-extra.service.ts';
import { sideOf } from './booking-side.ts';
import { Booking } from './booking.entity.ts';
import { leaveUnsafe, reportNoShow } from './end-visit-early.service.ts';
import { proposeExtra } from './propose-extra.service.ts';
import { announceDelay, startTravel } from './travel-to-visit.service.ts';
import { visitCodeOf } from './visit-code.ts';
import { VisitExtra } from './visit-extra.entity.ts';
import { getVisitProgress } from './visit-progress.ts';
import { isAwaited } from './visit-refusals.ts';
import {
  AnnounceDelayInput,
  AnswerExtraInput,
  LeaveUnsafeInput,
  ProposeExtraInput,
  ReportNoShowInput,
  StartTravelInput,
  StartVisitInput,
  TickTaskInput,
  VisitInput,
} from './visit.inputs.ts';
import { AnswerExtraResult, ProposeExtraResult, StartVisitResult, VisitProgress, VisitResult } from './visit.type.ts';
import { confirmArrival, confirmVisit, finishVisit, startVisit, tickTask } from './work-on-visit.service.ts';

@Resolver(() => Booking)
export class BookedVisitResolver {
  @FieldResolver(() => VisitProgress, { description: 'What is known of the visit around its day.' })
  async visit(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<VisitProgress> {
    return getVisitProgress(context, booking);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Four digits to read out to the provider at the door. For the household alone, while the visit is agreed and has not begun.',
  })
  async visitCode(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<string | null> {
    const isShown = isAwaited(booking) && (await sideOf(context, booking)) === 'HOUSEHOLD';
    return isShown ? visitCodeOf(context.vault, booking.id) : null;
  }
}

@Resolver(() => VisitExtra)
export class VisitExtraResolver {
  @FieldResolver(() => String, { description: 'What.' })
  label(@Root() extra: VisitExtra, @Ctx() { locale }: RequestContext): string {
    return localize(extra.label, locale);
  }

  @FieldResolver(() => MoneyType, { description: 'What it costs.' })
  price(@Root() { amount, currency }: VisitExtra): MoneyType {
    return { amount, currency };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why, in the words of the provider.' })
  why(@Root() extra: VisitExtra, @Ctx() { vault }: RequestContext): string | null {
    return vault.open('visit_extra.note', extra.id, extra.note);
  }
}

@Resolver()
export class VisitResolver {
  @Mutation(() => VisitResult, { description: 'Says that you are on your way. For the provider of a visit.' })
  async startTravel(
    @Arg('input', () => StartTravelInput, { description: 'Which.' }) input: StartTravelInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return startTravel(context, input);
  }

  @Mutation(() => VisitResult, { description: 'Says when you will be there. For the provider of a visit.' })
  async announceDelay(
    @Arg('input', () => AnnounceDelayInput, { description: 'When.' }) input: AnnounceDelayInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return announceDelay(context, input);
  }

  @Mutation(() => StartVisitResult, {
    description: 'Begins a visit with the code of the household. For its provider.',
  })
  async startVisit(
    @Arg('input', () => StartVisitInput, { description: 'The code.' }) input: StartVisitInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartVisitResult> {
    return startVisit(context, input);
  }

  @Mutation(() => VisitResult, {
    description: 'Says that the provider is there, which begins the visit without a code. For the household.',
  })
  async confirmArrival(
    @Arg('input', () => VisitInput, { description: 'Which.' }) input: VisitInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return confirmArrival(context, input);
  }

  @Mutation(() => VisitResult, { description: 'Ticks off what there is to do. For the provider of a visit.' })
  async tickTask(
    @Arg('input', () => TickTaskInput, { description: 'What.' }) input: TickTaskInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return tickTask(context, input);
  }

  @Mutation(() => ProposeExtraResult, {
    description: 'Proposes more time or a further service while at work. For the provider of a visit.',
  })
  async proposeExtra(
    @Arg('input', () => ProposeExtraInput, { description: 'What.' }) input: ProposeExtraInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProposeExtraResult> {
    return proposeExtra(context, input);
  }

  @Mutation(() => AnswerExtraResult, {
    description: 'Agrees to what the provider proposes, and pays for it; or refuses. For the household.',
  })
  async answerExtra(
    @Arg('input', () => AnswerExtraInput, { description: 'The answer.' }) input: AnswerExtraInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AnswerExtraResult> {
    return answerExtra(context, input);
  }

  @Mutation(() => VisitResult, { description: 'Says that the work is done. For the provider of a visit.' })
  async finishVisit(
    @Arg('input', () => VisitInput, { description: 'Which.' }) input: VisitInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return finishVisit(context, input);
  }

  @Mutation(() => VisitResult, {
    description:
      'Says that all is well and closes a visit; it closes by itself 48 hours after its end. For the household.',
  })
  async confirmVisit(
    @Arg('input', () => VisitInput, { description: 'Which.' }) input: VisitInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return confirmVisit(context, input);
  }

  @Mutation(() => VisitResult, {
    description: 'Says that the other side did not come, from 15 minutes after the start. For both sides.',
  })
  async reportNoShow(
    @Arg('input', () => ReportNoShowInput, { description: 'How you know.' }) input: ReportNoShowInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return reportNoShow(context, input);
  }

  @Mutation(() => VisitResult, {
    description:
      'Leaves because you are not safe. It never counts against you; the household pays for the time spent, and support looks into it. For the provider of a visit.',
  })
  async leaveUnsafe(
    @Arg('input', () => LeaveUnsafeInput, { description: 'What happened, if you like.' }) input: LeaveUnsafeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof VisitResult> {
    return leaveUnsafe(context, input);
  }
}
