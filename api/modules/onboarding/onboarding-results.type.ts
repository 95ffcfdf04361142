import { createUnionType } from 'type-graphql';
import { ProviderNotMovedError } from '../providers/index.ts';
import { ApplicationIncompleteError } from './onboarding.errors.ts';
import { ApplicationSubmitted, ProviderDecided } from './onboarding.type.ts';

export const SubmitApplicationResult = createUnionType({
  name: 'SubmitApplicationResult',
  description: 'What comes of handing in the application.',
  types: () => [ApplicationSubmitted, ApplicationIncompleteError, ProviderNotMovedError] as const,
  resolveType: (value) => {
    if ('profile' in value) return ApplicationSubmitted;
    return value instanceof ApplicationIncompleteError ? ApplicationIncompleteError : ProviderNotMovedError;
  },
});

export const ApproveProviderResult = createUnionType({
  name: 'ApproveProviderResult',
  description: 'What comes of approving an applicant.',
  types: () => [ProviderDecided, ApplicationIncompleteError, ProviderNotMovedError] as const,
  resolveType: (value) => {
    if ('provider' in value) return ProviderDecided;
    return value instanceof ApplicationIncompleteError ? ApplicationIncompleteError : ProviderNotMovedError;
  },
});

const decided = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [ProviderDecided, ProviderNotMovedError] as const,
    resolveType: (value) => ('provider' in value ? ProviderDecided : ProviderNotMovedError),
  });

export const DeclineApplicationResult = decided(
  'DeclineApplicationResult',
  'What comes of sending an application back.',
);
export const SuspendProviderResult = decided('SuspendProviderResult', 'What comes of suspending a provider.');
export const UpholdSuspensionResult = decided('UpholdSuspensionResult', 'What comes of upholding a suspension.');
export const ReinstateProviderResult = decided('ReinstateProviderResult', 'What comes of lifting a suspension.');
