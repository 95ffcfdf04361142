import { useI18n } from 'vue-i18n';
import { findProblems, type EditedSpan } from './week-plan';

/** Mistakes within days as sentences, by `key.part` of the span they belong to. */
export function useProblemWords() {
  const { t } = useI18n();
  return (days: readonly (readonly EditedSpan[])[]): Map<string, string> =>
    new Map(
      days.flatMap((spans) =>
        findProblems(spans).map(
          ({ key, part, problem }) => [`${key}.${part}`, t(`provider-diary.problem.${problem}`)] as const,
        ),
      ),
    );
}
