import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { newId } from '../../kernel/ids.ts';
import { isLocale } from '../../kernel/locale.ts';
import { badUserInput } from '../../platform/connection.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account, SEALED_ACCOUNT } from './account.entity.ts';
import { WeakPasswordError } from './accounts.errors.ts';
import type { SignUpInput } from './accounts.inputs.ts';
import type { SignedIn, VerificationSent } from './accounts.type.ts';
import { keepSignUpConsents } from './keep-consent.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, hashPassword, passwordWeakness } from './password.ts';
import { Role } from './role.ts';
import { openSession } from './session-token.ts';

/** Makes a household account and signs it in. An address that has an account already gets no second one. */
export async function signUp(
  context: RequestContext,
  input: SignUpInput,
): Promise<SignedIn | VerificationSent | WeakPasswordError> {
  const email = input.email.trim().toLowerCase();
  const displayName = input.displayName.trim();
  if (displayName === '') throw badUserInput('displayName', 'Give a name.');
  if (!isLocale(input.locale)) throw badUserInput('locale', 'The locale is en or zh-CN.');

  const weakness = passwordWeakness(input.password, email);
  if (weakness !== null) return new WeakPasswordError(weakness, explainWeakness(context, weakness));

  const account = context.vault.sealRow(SEALED_ACCOUNT, {
    id: newId(),
    email,
    phone: null,
    passwordHash: await hashPassword(input.password),
    displayName,
    locale: input.locale,
    roles: [Role.HOUSEHOLD],
    isDemo: false,
    createdAt: context.clock.now(),
  });
  try {
    await asSystem(() =>
      inUnitOfWork(context.em, async (em) => {
        await em.insert(Account, account);
        await keepSignUpConsents(em, context.clock, account.id);
      }),
    );
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return { email: input.email };
    throw error;
  }
  const session = await asSystem(() =>
    openSession(context.em, context.clock, { accountId: account.id, userAgent: context.userAgent }),
  );
  context.sessionCookie.set(session.token, session.expiresAt);
  return { viewer: account, token: session.token };
}

function explainWeakness(context: RequestContext, weakness: 'TOO_SHORT' | 'TOO_LONG' | 'GUESSABLE'): string {
  const messages = {
    TOO_SHORT: {
      en: `Use at least ${SHORTEST_PASSWORD} characters.`,
      'zh-CN': `密码至少需要 ${SHORTEST_PASSWORD} 个字符。`,
    },
    TOO_LONG: { en: `Use at most ${LONGEST_PASSWORD} characters.`, 'zh-CN': `密码最多 ${LONGEST_PASSWORD} 个字符。` },
    GUESSABLE: {
      en: 'This password is easy to guess. Three or four unrelated words work well.',
      'zh-CN': '这个密码太容易被猜到，可以用三四个互不相关的词。',
    },
  };
  return say(context, messages[weakness]);
}
