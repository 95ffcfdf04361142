import { describe, expect, it } from 'vitest';
import { StepQueue } from '../../web/src/app/step-queue';
import type { KeptText, SendOutcome, WaitingStep } from '../../web/src/app/step-queue';

const step = (key: string, owner = 'lin'): WaitingStep => ({
  key,
  name: 'tickTask',
  bookingId: 'b1',
  owner,
  input: { bookingId: 'b1', task: 1, done: true },
  at: '2027-03-12T10:00:00.000Z',
});

function memory(text: string | null = null): KeptText & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_place, value) {
      this.text = value;
    },
  };
}

function queueOn(kept: KeptText, answers: Record<string, SendOutcome> = {}) {
  const sent: string[] = [];
  const queue = new StepQueue(
    kept,
    async (one) => {
      sent.push(one.key);
      return Promise.resolve(answers[one.key] ?? { refused: null });
    },
    () => undefined,
  );
  return { queue, sent };
}

describe('steps that wait for the network', () => {
  it('are sent once each, in the order in which they were taken, and then forgotten', async () => {
    const { queue, sent } = queueOn(memory());
    for (const key of ['a', 'b', 'c']) queue.add(step(key));

    await queue.flush('lin');
    await queue.flush('lin');

    expect(sent).toEqual(['a', 'b', 'c']);
    expect(queue.steps).toEqual([]);
  });

  it('stay where one does not get through, and none behind it overtakes', async () => {
    const answers: Record<string, SendOutcome> = { b: 'unreachable' };
    const { queue, sent } = queueOn(memory(), answers);
    for (const key of ['a', 'b', 'c']) queue.add(step(key));

    await queue.flush('lin');
    expect(queue.steps.map(({ key }) => key)).toEqual(['b', 'c']);
    delete answers['b'];
    await queue.flush('lin');

    expect(sent).toEqual(['a', 'b', 'b', 'c']);
    expect(queue.steps).toEqual([]);
  });

  it('outlive the page with the key they are sent under', async () => {
    const kept = memory();
    queueOn(kept).queue.add(step('a'));

    const { queue, sent } = queueOn(kept);
    await queue.flush('lin');

    expect(sent).toEqual(['a']);
  });

  it('are said to be refused, and do not hold up what follows', async () => {
    const { queue, sent } = queueOn(memory(), { a: { refused: 'too late' } });
    queue.add(step('a'));
    queue.add(step('b'));

    expect(await queue.flush('lin')).toMatchObject([{ step: { key: 'a' }, message: 'too late' }]);
    expect(sent).toEqual(['a', 'b']);
  });

  it('are sent by nobody but who took them', async () => {
    const { queue, sent } = queueOn(memory());
    queue.add(step('a', 'wen'));
    queue.add(step('b'));

    await queue.flush('lin');

    expect(sent).toEqual(['b']);
    expect(queue.steps.map(({ key }) => key)).toEqual(['a']);
  });

  it('are not sent twice when two things want to send at once', async () => {
    const { queue, sent } = queueOn(memory());
    queue.add(step('a'));

    await Promise.all([queue.flush('lin'), queue.flush('lin')]);

    expect(sent).toEqual(['a']);
  });

  it.each(['', '{', '7', '[7, {"key": 1}, null]'])('are none where the place holds %j', (text) => {
    expect(queueOn(memory(text)).queue.steps).toEqual([]);
  });
});
