import { nextTick, readonly, shallowRef } from 'vue';

/** What the server wants proven before it does something dangerous. */
export interface ProofRequest {
  /** Whether the password alone will not do. */
  readonly secondFactor: boolean;
  readonly settle: (proven: boolean) => void;
}

const asked = shallowRef<ProofRequest>();
let pending: Promise<boolean> | undefined;
let lastFocused: HTMLElement | undefined;

/** The proof that is wanted now; the one dialog of the application shows it. */
export const proofRequest = readonly(asked);

/** Asks whoever is signed in to prove again that it is them. Whoever asks meanwhile gets the same answer. */
export async function proveAgain(secondFactor: boolean): Promise<boolean> {
  pending ??= new Promise<boolean>((settle) => {
    asked.value = { secondFactor, settle };
  }).finally(() => {
    asked.value = undefined;
    pending = undefined;
  });
  return pending;
}

/**
 * Sends something, and once more with the same words when a proof was wanted first and given. A second proof is asked for where
 * the first was a password and the server then wants a second factor.
 */
export async function sendProven<Answer>(
  send: () => Promise<Answer>,
  wantedProof: (answer: Answer) => { secondFactor: boolean } | undefined,
): Promise<Answer> {
  let answer = await send();
  const from = lastFocused;
  for (let round = 0; round < 2; round += 1) {
    const wanted = wantedProof(answer);
    if (!wanted || (round > 0 && !wanted.secondFactor)) break;
    if (!(await proveAgain(wanted.secondFactor))) break;
    answer = await send();
    void nextTick(() => giveFocusBack(from));
  }
  return answer;
}

/** A button that was switched off while it waited has lost the focus; the dialog can only give back what was there. */
function giveFocusBack(element: HTMLElement | undefined): void {
  if (document.activeElement === document.body && element?.isConnected) element.focus();
}

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    const isInDialog = target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
    if (target instanceof HTMLElement && !(isInDialog && asked.value)) lastFocused = target;
  });
}
