import type { CallerName } from './callers.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { accountRows } from './rows/account-rows.ts';
import { bookingRows } from './rows/booking-rows.ts';
import { catalogueRows } from './rows/catalogue-rows.ts';
import { diaryRows } from './rows/diary-rows.ts';
import { factorRows } from './rows/factor-rows.ts';
import { messageRows } from './rows/message-rows.ts';
import { oversightRows } from './rows/oversight-rows.ts';
import { privacyRows } from './rows/privacy-rows.ts';
import { providerRows } from './rows/provider-rows.ts';
import { phoneRows } from './rows/phone-rows.ts';
import { qualificationRows } from './rows/qualification-rows.ts';
import { qualityRows } from './rows/quality-rows.ts';
import { trainingRows } from './rows/training-rows.ts';
import type { SubjectKind } from './subjects.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** What an argument that is an id names. */
export type Names =
  /** Something that anyone may know of, or that does not exist yet; `variables` gives it where it is needed. */
  | 'public'
  | {
      /** Something of somebody's: the matrix puts one of the caller's, another's and a nonexistent one there. */
      readonly a: SubjectKind;
      /** Callers to whom another's is as good as their own: all of them are their business. */
      readonly everybodysFor?: readonly CallerName[];
      /** False where the operation takes the id and does nothing with it: then all ids are answered alike. */
      readonly isRead?: false;
    };

/** What the matrix has to know of a query, a mutation or a subscription. */
export interface OperationRow {
  /**
   * Who is let in. Everybody else is refused whatever they name: UNAUTHENTICATED for visitors, FORBIDDEN for the others, and
   * nothing changes.
   */
  readonly for: 'everybody' | 'accounts' | readonly CallerName[];
  /** Every argument that is an id, by its path, e.g. `input.place.addressId` or `input.items[].itemId`. */
  readonly ids?: Readonly<Record<string, Names>>;
  /** Tables in which somebody who is let in leaves a row of their own even where what they name does not exist. */
  readonly leaves?: readonly string[];
  /** The other arguments, such that whoever is let in gets through; ids under test are put in. New ones for each case. */
  readonly variables?: (scene: MatrixScene, caller: CallerName) => Variables | Promise<Variables>;
}

export type Rows = Readonly<Record<string, OperationRow>>;

/** Every field of the root types. A test compares the table with the schema: what is missing or left over fails. */
export const MATRIX: Rows = {
  ...accountRows,
  ...bookingRows,
  ...catalogueRows,
  ...diaryRows,
  ...factorRows,
  ...messageRows,
  ...oversightRows,
  ...privacyRows,
  ...providerRows,
  ...phoneRows,
  ...qualificationRows,
  ...qualityRows,
  ...trainingRows,
};
