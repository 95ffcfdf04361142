import { nextTick } from 'vue';
import { describe, expect, it } from 'vitest';
import { proofRequest, proveAgain, sendProven } from '../../web/src/app/step-up';

interface Answer {
  wanted?: { secondFactor: boolean };
  text?: string;
}

/** Answers one after the other, and how often it was asked. */
function answering(...answers: Answer[]): { send: () => Promise<Answer>; times: () => number } {
  let times = 0;
  return { send: async () => Promise.resolve(answers[times++] ?? {}), times: () => times };
}
const wanted = (answer: Answer): { secondFactor: boolean } | undefined => answer.wanted;
const settle = async (proven: boolean): Promise<void> => {
  await expect.poll(() => proofRequest.value).toBeDefined();
  proofRequest.value!.settle(proven);
};

describe('sendProven', () => {
  it('sends once where no proof is wanted', async () => {
    const { send, times } = answering({ text: 'done' });

    expect(await sendProven(send, wanted)).toEqual({ text: 'done' });
    expect(times()).toBe(1);
    expect(proofRequest.value).toBeUndefined();
  });

  it('sends again once it is proven, and takes the dialog away', async () => {
    const { send, times } = answering({ wanted: { secondFactor: false } }, { text: 'done' });

    const sent = sendProven(send, wanted);
    await settle(true);

    expect(await sent).toEqual({ text: 'done' });
    expect(times()).toBe(2);
    expect(proofRequest.value).toBeUndefined();
  });

  it('keeps the refusal where nothing is proven', async () => {
    const { send, times } = answering({ wanted: { secondFactor: false } });

    const sent = sendProven(send, wanted);
    await settle(false);

    expect(await sent).toEqual({ wanted: { secondFactor: false } });
    expect(times()).toBe(1);
  });

  it('asks a second time only for a second factor', async () => {
    const password = answering(
      { wanted: { secondFactor: false } },
      { wanted: { secondFactor: true } },
      { text: 'done' },
    );
    const sent = sendProven(password.send, wanted);
    await settle(true);
    await nextTick();
    await expect.poll(() => proofRequest.value?.secondFactor).toBe(true);
    await settle(true);
    expect(await sent).toEqual({ text: 'done' });

    const again = answering({ wanted: { secondFactor: false } }, { wanted: { secondFactor: false } });
    const refused = sendProven(again.send, wanted);
    await settle(true);
    expect(await refused).toEqual({ wanted: { secondFactor: false } });
    expect(again.times()).toBe(2);
  });

  it('asks once for all that wait for it', async () => {
    const [one, other] = [proveAgain(false), proveAgain(false)];
    await settle(true);

    expect(await Promise.all([one, other])).toEqual([true, true]);
  });

  it('gives the focus back to the button that was switched off meanwhile', async () => {
    document.body.innerHTML = '<button id="save">Save</button>';
    const button = document.querySelector<HTMLButtonElement>('#save')!;
    button.focus();
    const { send } = answering({ wanted: { secondFactor: false } }, { text: 'done' });
    const sent = sendProven(send, wanted);
    button.blur();

    await settle(true);
    await sent;
    await nextTick();
    await nextTick();

    expect(document.activeElement).toBe(button);
  });
});
