import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { canReadAddress, canReadViewer } from './accounts.policy.ts';
import type { Viewer } from './accounts.type.ts';
import type { Address } from './address.entity.ts';

export const accountsReadRules: ReadRules = {
  Viewer: { read: ({ viewer }: RequestContext, account: Viewer) => canReadViewer(viewer, account) },
  Address: { read: ({ viewer }: RequestContext, address: Address) => canReadAddress(viewer, address) },
  // The request that signs in is still a visitor's; it is made for nobody but whom it signs in.
  SignedIn: { read: 'carries', vouchesFor: ['viewer'] },
  DemoAccount: 'public',
  VerificationSent: 'carries',
  AddressSaved: 'carries',
  ConsentText: 'public',
  ConsentStanding: { partOf: ['Viewer', 'ConsentKept'] },
  ConsentRecord: { partOf: ['ConsentStanding'] },
  ConsentKept: 'carries',
};
