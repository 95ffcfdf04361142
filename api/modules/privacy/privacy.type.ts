import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { InvalidCredentialsError, TooManyAttemptsError } from '../accounts/index.ts';
import { AccountErasure } from './account-erasure.entity.ts';
import { DataExport } from './data-export.entity.ts';
import {
  ConfirmationError,
  ErasureBlockedError,
  ErasureObstacleType,
  ExportLimitError,
  ExportRunningError,
  NoErasureError,
} from './privacy.errors.ts';

@ObjectType({ description: 'The export is on its way.' })
export class DataExportStarted {
  @Field(() => DataExport, { description: 'The new export.' })
  export!: DataExport;
}

@ObjectType({ description: 'What erasing your account would do.' })
export class ErasurePreview {
  @Field(() => [ErasureObstacleType], { description: 'What has to be settled first; empty when nothing has.' })
  obstacles!: readonly ErasureObstacleType[];

  @Field(() => [String], { description: 'What stays, and why.' })
  kept!: readonly string[];

  @Field(() => Int, { description: 'For how many days it can be taken back.' })
  undoDays!: number;

  @Field(() => String, { description: 'The words to type for confirmation: the name of the account.' })
  confirmation!: string;
}

@ObjectType({
  description: 'The account will be erased. You are signed out everywhere; sign in again to take it back.',
})
export class ErasureScheduled {
  @Field(() => AccountErasure, { description: 'When.' })
  erasure!: AccountErasure;
}

@ObjectType({ description: 'The account stays.' })
export class ErasureCancelled {
  @Field(() => Boolean, { description: 'Always true.' })
  stays!: boolean;
}

export const ExportMyDataResult = createUnionType({
  name: 'ExportMyDataResult',
  description: 'What comes of asking for a copy of all that is held about you.',
  types: () => [DataExportStarted, ExportRunningError, ExportLimitError] as const,
  resolveType: (value) =>
    value instanceof ExportRunningError || value instanceof ExportLimitError
      ? (value.constructor as typeof ExportLimitError)
      : DataExportStarted,
});

export const EraseMyAccountResult = createUnionType({
  name: 'EraseMyAccountResult',
  description: 'What comes of asking to have the account erased.',
  types: () =>
    [ErasureScheduled, ErasureBlockedError, ConfirmationError, InvalidCredentialsError, TooManyAttemptsError] as const,
  resolveType: (value) =>
    'erasure' in value ? ErasureScheduled : (value.constructor as typeof InvalidCredentialsError),
});

export const CancelErasureResult = createUnionType({
  name: 'CancelErasureResult',
  description: 'What comes of taking the erasure back.',
  types: () => [ErasureCancelled, NoErasureError] as const,
  resolveType: (value) => ('stays' in value ? ErasureCancelled : NoErasureError),
});
