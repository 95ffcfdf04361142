/**
 * Guards whose removal nobody can notice, with the reason: another stands behind them. By the id that the run prints; it fails
 * on one that is noticed after all.
 */
export const EXPECTED_SURVIVORS: Readonly<Record<string, string>> = {
  'api/modules/accounts/continue-session.ts continueSession sign-in check':
    'both who call it have asked who is there, and pass the account they found',
  'api/modules/accounts/find-second-factors.ts findSecondFactors owner condition account #2':
    'the row policy of recovery codes shows nobody those of another',
  'api/modules/accounts/household-members.service.ts leaveHousehold owner condition household':
    'nobody belongs to two households, so the account alone names the row',
};
