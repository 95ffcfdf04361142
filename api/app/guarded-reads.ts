import { GraphQLError, defaultFieldResolver, getNamedType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { ReadRule, ReadRules, TypeRule } from '../platform/read-rules.ts';
import type { RequestContext } from '../platform/request-context.ts';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;
type Rule = ReadRule<unknown>;
type Verdict = boolean | Promise<boolean>;

/** Objects that may be read in this request whatever the rule of their type says. */
type Vouched = WeakMap<RequestContext, WeakSet<object>>;

/**
 * Lets every field of a type that is not public ask the rule of its type, and its own if it has one, before it is resolved,
 * whatever path led to the object: a query that forgets its check shows nothing. Public types stay as they are.
 * @throws for a type without a rule, and for a rule without a type: neither has been thought of
 */
export function guardReads(schema: GraphQLSchema, rules: ReadRules): GraphQLSchema {
  const types = listReadTypes(schema);
  const problems = findGaps(schema, types, rules);
  if (problems.length > 0) throw new Error(`read rules: ${problems.join('; ')}`);
  const vouched: Vouched = new WeakMap();
  for (const type of types) guardType(type, rules[type.name] ?? 'carries', vouched);
  return schema;
}

/** Object types that are read below an operation; the operations themselves decide in their resolvers. */
export function listReadTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type));
}

/** Whether the type only carries: a page of a list, its edge, or a failure, which is told to whoever failed. */
export function isEnvelope(type: GraphQLObjectType): boolean {
  const names = Object.keys(type.getFields()).sort().join();
  if (names === 'cursor,node' || names === 'edges,pageInfo,totalCount') return true;
  return type.getInterfaces().some(({ name }) => name === 'UserError');
}

/** What the rules leave open. */
function findGaps(schema: GraphQLSchema, types: readonly GraphQLObjectType[], rules: ReadRules): string[] {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ within: type.name, field })) : [],
  );
  const unions = Object.values(schema.getTypeMap()).filter((type) => isUnionType(type));
  return [
    ...types.filter((type) => !isEnvelope(type) && !rules[type.name]).map(({ name }) => `${name} has none`),
    ...Object.keys(rules)
      .filter((name) => !types.some((type) => type.name === name))
      .map((name) => `there is no ${name}`),
    ...Object.entries(rules).flatMap(([name, rule]) => {
      if (typeof rule === 'string' || !('partOf' in rule)) return [];
      const elsewhere = fields.filter(
        ({ within, field }) => getNamedType(field.type).name === name && !rule.partOf.includes(within),
      );
      const inUnions = unions.filter((union) => union.getTypes().some((member) => member.name === name));
      return [
        ...elsewhere.map(({ within, field }) => `${name} is no part of ${within}, and ${field.name} shows it`),
        ...inUnions.map((union) => `${name} is a part, and ${union.name} shows it`),
      ];
    }),
  ];
}

function guardType(type: GraphQLObjectType, rule: TypeRule, vouched: Vouched): void {
  if (typeof rule === 'string' || 'partOf' in rule) return;
  const ofType = typeof rule.read === 'string' ? null : once(rule.read as Rule, vouched);
  for (const name of Object.keys(rule.fields ?? {})) requireField(type, name);
  for (const field of Object.values(type.getFields())) {
    const ofField = rule.fields?.[field.name] as Rule | undefined;
    let resolve: Resolver = field.resolve ?? defaultFieldResolver;
    if (rule.vouchesFor?.includes(field.name)) resolve = vouching(resolve, vouched);
    if (ofField) resolve = guarded(resolve, ofField, isNonNullType(field.type) ? refuse(type, field) : () => null);
    field.resolve = ofType ? guarded(resolve, ofType, refuse(type, field)) : resolve;
  }
}

function requireField(type: GraphQLObjectType, name: string): void {
  if (!type.getFields()[name]) throw new Error(`a read rule of ${type.name} is for ${name}, which it does not have`);
}

/** Asks a rule once for each object of a request, however many of its fields are read. */
function once(rule: Rule, vouched: Vouched): Rule {
  const known = new WeakMap<RequestContext, WeakMap<object, Verdict>>();
  return (context, object) => {
    if (typeof object !== 'object' || object === null) return false;
    if (vouched.get(context)?.has(object)) return true;
    let ofRequest = known.get(context);
    if (!ofRequest) known.set(context, (ofRequest = new WeakMap()));
    let verdict = ofRequest.get(object);
    if (verdict === undefined) ofRequest.set(object, (verdict = rule(context, object)));
    return verdict;
  };
}

function guarded(resolve: Resolver, rule: Rule, otherwise: (context: RequestContext) => unknown): Resolver {
  return (source, args, context, info): unknown => {
    const verdict = rule(context, source);
    if (verdict === true) return resolve(source, args, context, info);
    if (verdict === false) return otherwise(context);
    return verdict.then((may) => (may ? resolve(source, args, context, info) : otherwise(context)));
  };
}

/** What comes to a rule that refuses has passed by the check of a resolver: it is a bug, so the log says where. */
function refuse(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): (context: RequestContext) => never {
  return ({ logger, reference }) => {
    logger.error({ reference, field: `${type.name}.${field.name}` }, 'a read rule refused what a resolver gave out');
    throw new GraphQLError('Your account may not read this.', { extensions: { code: 'FORBIDDEN' } });
  };
}

function vouching(resolve: Resolver, vouched: Vouched): Resolver {
  return async (source, args, context, info) => {
    const object: unknown = await resolve(source, args, context, info);
    if (typeof object !== 'object' || object === null) return object;
    let ofRequest = vouched.get(context);
    if (!ofRequest) vouched.set(context, (ofRequest = new WeakSet()));
    ofRequest.add(object);
    return object;
  };
}
