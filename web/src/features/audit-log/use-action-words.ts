import { useI18n } from 'vue-i18n';

/** Names of actions, subjects, roles and reasons; what has no name of its own is shown as the log has it. */
export function useActionWords() {
  const { t, te } = useI18n();
  return {
    actionName(action: string): string {
      const [subject = '', verb = ''] = action.split('.');
      return te(`audit-log.action.${subject}.${verb}`) ? t(`audit-log.action.${subject}.${verb}`) : action;
    },
    subjectName: (type: string): string => (te(`audit-log.subject.${type}`) ? t(`audit-log.subject.${type}`) : type),
    roleName: (role: string): string => (te(`audit-log.role.${role}`) ? t(`audit-log.role.${role}`) : role),
  };
}
