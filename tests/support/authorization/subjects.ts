import type { CallerName, Person } from './callers.ts';
import type { MatrixScene } from './matrix-scene.ts';
import { accountSubjects } from './subjects/account-subjects.ts';
import { bookingSubjects } from './subjects/booking-subjects.ts';
import { factorSubjects } from './subjects/factor-subjects.ts';
import { loyaltySubjects } from './subjects/loyalty-subjects.ts';
import { messageSubjects } from './subjects/message-subjects.ts';
import { providerSubjects } from './subjects/provider-subjects.ts';
import { phoneSubjects } from './subjects/phone-subjects.ts';
import { qualificationSubjects } from './subjects/qualification-subjects.ts';
import { trainingSubjects } from './subjects/training-subjects.ts';

/** A kind of object that belongs to somebody. */
export interface Subject {
  /** Callers to whom one can belong. */
  readonly owners: readonly CallerName[];
  /** Who owns another's: the household that nobody knows, or the provider. */
  readonly stranger: 'household' | 'provider';
  /** Callers who stand to it in another way and must be treated as strangers all the same. */
  readonly besides?: readonly CallerName[];
  /** A new one of that person's; where they own none but stand beside it, one of that. Resolves to its id. */
  make(scene: MatrixScene, person: Person): Promise<string>;
}

export const SUBJECTS = {
  ...accountSubjects,
  ...bookingSubjects,
  ...factorSubjects,
  ...loyaltySubjects,
  ...messageSubjects,
  ...providerSubjects,
  ...phoneSubjects,
  ...qualificationSubjects,
  ...trainingSubjects,
} satisfies Record<string, Subject>;

export type SubjectKind = keyof typeof SUBJECTS;

export function subjectOf(kind: SubjectKind): Subject {
  return SUBJECTS[kind];
}
