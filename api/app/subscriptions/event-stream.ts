import { createSourceEventStream, execute } from 'graphql';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { RequestContext } from '../../platform/request-context.ts';

type Results = AsyncIterableIterator<ExecutionResult>;

/**
 * Answers a subscription, making a new context for each event: who asks is read again, and nothing that an earlier event
 * loaded is taken for current. Ends when `renew` gives none.
 */
export async function answerEvents(
  args: ExecutionArgs,
  renew: () => Promise<RequestContext | null>,
): Promise<ExecutionResult | Results> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    await events.return?.();
    return { value: undefined, done: true };
  };
  const results: Results = {
    next: async () => {
      const event = await events.next();
      if (event.done) return { value: undefined, done: true };
      const contextValue = await renew();
      if (contextValue === null) return end();
      return { value: await execute({ ...args, rootValue: event.value, contextValue }), done: false };
    },
    return: end,
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
