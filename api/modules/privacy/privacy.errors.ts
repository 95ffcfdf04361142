import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { DataExport } from './data-export.entity.ts';

@ObjectType({ implements: UserError, description: 'An export is being made already.' })
export class ExportRunningError extends UserError {
  @Field(() => DataExport, { description: 'The one that runs.' })
  readonly export: DataExport;

  constructor(code: string, message: string, running: DataExport) {
    super(code, message);
    this.export = running;
  }
}

@ObjectType({ implements: UserError, description: 'Too many exports within a day.' })
export class ExportLimitError extends UserError {
  @Field(() => DateTimeScalar, { description: 'When the next can be asked for.' })
  readonly retryAt: Date;

  constructor(code: string, message: string, retryAt: Date) {
    super(code, message);
    this.retryAt = retryAt;
  }
}

@ObjectType('ErasureObstacle', { description: 'Something that has to be settled before the account can be erased.' })
export class ErasureObstacleType {
  @Field(() => String, {
    description: 'Stable name, for programs: LIVE_BOOKINGS, UPCOMING_VISITS, LAST_ADMINISTRATOR …',
  })
  code!: string;

  @Field(() => String, { description: 'What it is and what to do.' })
  message!: string;

  @Field(() => [ID], { description: 'What it is about, e.g. ids of bookings.' })
  subjectIds!: readonly string[];
}

@ObjectType({ implements: UserError, description: 'Something has to be settled first.' })
export class ErasureBlockedError extends UserError {
  @Field(() => [ErasureObstacleType], { description: 'All that stands in the way.' })
  readonly obstacles: readonly ErasureObstacleType[];

  constructor(code: string, message: string, obstacles: readonly ErasureObstacleType[]) {
    super(code, message);
    this.obstacles = obstacles;
  }
}

@ObjectType({ implements: UserError, description: 'The words of confirmation are not the ones asked for.' })
export class ConfirmationError extends UserError {}

@ObjectType({ implements: UserError, description: 'There is no erasure that could be taken back.' })
export class NoErasureError extends UserError {}
