import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { NonEmptyArray } from 'type-graphql';
import { modules } from './modules.ts';
import { refuseUnstorableValues } from './storable-values.ts';

/** The schema of all modules. Inputs are checked by their class-validator rules before a resolver runs. */
export function buildGraphQLSchema(): GraphQLSchema {
  const resolvers = modules.flatMap((module) => module.resolvers) as unknown as NonEmptyArray<new () => object>;
  const instances = new Map<unknown, object>();
  const schema = buildSchemaSync({
    resolvers,
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
    container: {
      get: (resolver: new () => object) => {
        let instance = instances.get(resolver);
        if (!instance) instances.set(resolver, (instance = new resolver()));
        return instance;
      },
    },
  });
  return refuseUnstorableValues(schema);
}
