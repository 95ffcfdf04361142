import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { NonEmptyArray } from 'type-graphql';
import { Channel } from '../platform/channel.ts';
import type { PubSub } from '../platform/pubsub.ts';
import { guardReads } from './guarded-reads.ts';
import { modules, readRules } from './modules.ts';
import { refuseUnstorableValues } from './storable-values.ts';

/** Where subscriptions hear of events. */
type EventSource = Pick<PubSub, 'publish' | 'subscribe'>;

/** For whoever needs the schema and runs nothing with it. */
const unheard: EventSource = {
  publish: () => undefined,
  subscribe: () => new Channel(0, () => undefined),
};

/** The schema of all modules. Inputs are checked by their class-validator rules before a resolver runs. */
export function buildGraphQLSchema(pubSub: EventSource = unheard): GraphQLSchema {
  const resolvers = modules.flatMap((module) => module.resolvers) as unknown as NonEmptyArray<new () => object>;
  const instances = new Map<unknown, object>();
  const schema = buildSchemaSync({
    resolvers,
    pubSub,
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
    container: {
      get: (resolver: new () => object) => {
        let instance = instances.get(resolver);
        if (!instance) instances.set(resolver, (instance = new resolver()));
        return instance;
      },
    },
  });
  const subscriptions = schema.getSubscriptionType();
  if (subscriptions) subscriptions.description = 'What one can be told of as it happens.';
  return refuseUnstorableValues(guardReads(schema, readRules));
}
