export { Account } from './account.entity.ts';
export { Address } from './address.entity.ts';
export { InvalidAddressError } from './accounts.errors.ts';
export { SaveAddressInput } from './accounts.inputs.ts';
export { AddressSaved, SaveAddressResult, Viewer } from './accounts.type.ts';
export { hashPassword } from './password.ts';
export { Role } from './role.ts';
export { findViewer } from './session-token.ts';
export { hasRole, requireRole, requireViewer } from './viewer.ts';
