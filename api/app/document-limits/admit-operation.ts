import { GraphQLError, Kind } from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { addressKey } from '../../platform/rate-limits.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { costOf } from './operation-cost.ts';
import { limitOf } from './operation-table.ts';
import { tooManyRequests } from './too-many-requests.ts';

/** Three times what the dearest page of the web app asks for. */
export const MOST_COST = 20_000;

export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Asker = Pick<RequestContext, 'limits' | 'viewer' | 'ip' | 'locale'>;

/**
 * Lets a valid operation pass that is within the cost of one request and the limits of whoever asks.
 * @throws GRAPHQL_VALIDATION_FAILED when it is too dear, RATE_LIMITED when it is too often; nothing of it is then done.
 */
export async function admitOperation(context: Asker, asked: AskedOperation): Promise<void> {
  const fragments = new Map(
    asked.document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const cost = costOf({ ...asked, fragments });
  if (cost > MOST_COST) {
    throw new GraphQLError(
      `This asks for about ${describe(cost)} values; at most ${MOST_COST} at a time. Take smaller pages.`,
      {
        nodes: asked.operation,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
      },
    );
  }
  const names = rootFields(asked.operation.selectionSet, fragments);
  for (const { limit, key, attempts } of countAttempts(context, asked.operation, names)) {
    const wait = await context.limits.consume(limit, key, attempts);
    if (wait !== null) throw tooManyRequests(context, wait);
  }
}

/** Fragments can be spread so often that the number has no end. */
function describe(cost: number): string {
  return cost < 1e9 ? String(cost) : 'very many';
}

function countAttempts(
  { viewer, ip }: Asker,
  { operation }: OperationDefinitionNode,
  names: readonly string[],
): { limit: RateLimit; key: string; attempts: number }[] {
  const counted = new Map<string, { limit: RateLimit; key: string; attempts: number }>();
  for (const name of names) {
    const limit = limitOf(operation, name);
    if (limit === null) continue;
    const attempts = (counted.get(limit.name)?.attempts ?? 0) + 1;
    const key = limit.per === 'person' && viewer !== null ? viewer.accountId : addressKey(ip);
    counted.set(limit.name, { limit, key, attempts });
  }
  return [...counted.values()];
}

/** Names of the fields of the root; the rules have bounded how many there can be. */
function rootFields(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly string[] {
  return selections.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inner ? rootFields(inner.selectionSet, fragments) : [];
  });
}
