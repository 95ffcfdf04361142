import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

/** The state of a message with a link that was asked for, and perhaps asked for again. */
export function useSentMessage() {
  const { t } = useI18n();
  const sentTo = ref('');
  const isAgain = ref(false);
  const problem = ref('');

  return {
    sentTo,
    isAgain,
    problem,
    sent(email: string): void {
      isAgain.value = sentTo.value !== '';
      sentTo.value = email;
      problem.value = '';
    },
    startOver(): void {
      sentTo.value = problem.value = '';
      isAgain.value = false;
    },
    tooMany(seconds: number): string {
      const minutes = Math.ceil(seconds / 60);
      return minutes > 90
        ? t('account.tooManyHours', { hours: Math.ceil(minutes / 60) })
        : t('account.tooMany', { minutes }, minutes);
    },
  };
}
