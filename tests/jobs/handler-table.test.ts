import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineHandler } from '../../api/platform/module.ts';
import type { ModuleDefinition } from '../../api/platform/module.ts';
import { OutboxWorker } from '../../api/platform/outbox-worker.ts';

describe('the table of handlers', () => {
  const start = (...modules: ModuleDefinition[]): OutboxWorker =>
    new OutboxWorker({ database: null as never, queue: null as never, modules, context: null as never });
  const handler = (topic: string) => defineHandler({ topic, payload: z.object({}), handle: async () => undefined });
  const bare = { entities: [], resolvers: [] };

  test('refuses a job with two handlers', () => {
    expect(() =>
      start({ ...bare, name: 'a', jobs: [handler('remind')] }, { ...bare, name: 'b', jobs: [handler('remind')] }),
    ).toThrow('The job remind has two handlers');
  });

  test('refuses a listener to a topic that no module announces', () => {
    expect(() => start({ ...bare, name: 'a', subscribers: [handler('booking.confrimed')] })).toThrow(
      'booking.confrimed',
    );
  });

  test('accepts a listener to a fact that another module announces', () => {
    expect(() =>
      start(
        { ...bare, name: 'a', facts: ['booking.confirmed'] },
        { ...bare, name: 'b', subscribers: [handler('booking.confirmed')] },
      ),
    ).not.toThrow();
  });
});
