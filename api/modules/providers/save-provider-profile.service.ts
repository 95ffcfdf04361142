import type { RequestContext } from '../../platform/request-context.ts';
import { fromLocalizedTextInput } from '../../platform/localized-text.type.ts';
import { say } from '../../platform/say.ts';
import { bothLanguages, findProfileProblem } from './domain/profile-rules.ts';
import type { ProviderProfileSaved } from './own-profile.type.ts';
import type { SaveProviderProfileInput } from './provider-profile.inputs.ts';
import { Provider } from './provider.entity.ts';
import { InvalidProviderError } from './providers.errors.ts';

/** Replaces the words and habits of the provider's résumé. Visits already agreed stay as they are. */
export async function saveProviderProfile(
  context: RequestContext,
  provider: Provider,
  input: SaveProviderProfileInput,
): Promise<ProviderProfileSaved | InvalidProviderError> {
  const toText = (text: SaveProviderProfileInput['about']) => bothLanguages(fromLocalizedTextInput(text));
  const words = {
    displayName: toText(input.displayName),
    headline: toText(input.headline),
    about: toText(input.about),
    specialities: input.specialities.map(toText),
    languages: [...input.languages],
  };
  const problem = findProfileProblem(words);
  if (problem !== null) return new InvalidProviderError(problem.code, say(context, problem.message), problem.field);
  const { yearsExperience, gender, travelMode, hasStudio, instantBooking } = input;
  const changes = { ...words, yearsExperience, gender, travelMode, hasStudio, instantBooking };
  await context.em.nativeUpdate(Provider, { id: provider.id }, changes);
  return { profile: { provider: { ...provider, ...changes } } };
}
