import {
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** Entries that a page has at most; what asks for more is refused, so it cannot cost more. */
const LONGEST_PAGE = 100;
/** Entries that a list without a page size is taken to have. */
const LIST_LENGTH = 5;

export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs, before anything of it is done. Each field costs 1. What lies below a list costs that much for
 * each entry: as many as its `first` says, or 5 for a list without a page size; the `edges` of a page count with the page.
 * A fragment costs what its fields cost, each time it is spread. The document must be valid.
 */
export function costOf(priced: PricedOperation): number {
  const root = priced.schema.getRootType(priced.operation.operation);
  return root ? new CostReader(priced).below(priced.operation.selectionSet, root) : 0;
}

class CostReader {
  readonly #priced: PricedOperation;
  /** Each fragment is read once, so that spreading them over and over costs nothing. */
  readonly #ofFragments = new Map<string, number>();

  constructor(priced: PricedOperation) {
    this.#priced = priced;
  }

  below(selections: SelectionSetNode, parent: GraphQLOutputType): number {
    let sum = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        sum += this.#field(selection, parent);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += this.below(selection.selectionSet, this.#narrowed(selection.typeCondition?.name.value, parent));
      } else {
        sum += this.#fragment(selection.name.value, parent);
      }
    }
    return sum;
  }

  #fragment(name: string, parent: GraphQLOutputType): number {
    const known = this.#ofFragments.get(name);
    if (known !== undefined) return known;
    const fragment = this.#priced.fragments.get(name);
    const cost = fragment
      ? this.below(fragment.selectionSet, this.#narrowed(fragment.typeCondition.name.value, parent))
      : 0;
    this.#ofFragments.set(name, cost);
    return cost;
  }

  #field(node: FieldNode, parent: GraphQLOutputType): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!node.selectionSet || !field) return 1;
    return 1 + this.#entries(node, field) * this.below(node.selectionSet, getNamedType(field.type));
  }

  #entries(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const page = field.args.find((argument) => argument.name === 'first');
    if (page) return this.#pageSize(node, page.defaultValue);
    return isListType(getNullableType(field.type)) && field.name !== 'edges' ? LIST_LENGTH : 1;
  }

  /** What was sent may be anything: whether it fits is for the resolver to say. */
  #pageSize(node: FieldNode, usual: unknown): number {
    const given = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    let size: unknown = usual;
    if (given?.kind === Kind.INT) size = Number(given.value);
    if (given?.kind === Kind.VARIABLE) size = this.#priced.variables[given.name.value] ?? usual;
    return typeof size === 'number' && size >= 1 ? Math.min(size, LONGEST_PAGE) : LONGEST_PAGE;
  }

  #narrowed(name: string | undefined, parent: GraphQLOutputType): GraphQLOutputType {
    const type = name === undefined ? undefined : this.#priced.schema.getType(name);
    return type && isCompositeType(type) ? type : parent;
  }
}
