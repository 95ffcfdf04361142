import { ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({
  implements: UserError,
  description: 'Nobody was invited: OWN_ADDRESS for your own address, HOUSEHOLD_FULL for a household that has no room.',
})
export class InvitationRefusedError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'There is no open invitation of that token for your address: it was answered, taken back or ran out.',
})
export class InvitationNotOpenError extends UserError {}

@ObjectType({
  implements: UserError,
  description:
    'The invitation stays open, and you cannot accept it yet: OPEN_VISITS while your own household has visits to come, HAS_MEMBERS while others share it, OTHER_HOUSEHOLD while you share another, HOUSEHOLD_FULL when it has no room.',
})
export class CannotJoinError extends UserError {}
