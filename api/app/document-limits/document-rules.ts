import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type { FieldNode, SelectionSetNode, ValidationContext, ValidationRule } from 'graphql';
import { isSensitiveMutation } from './operation-table.ts';

/** Twice as deep as any question of ours; tools that read the schema need almost as much. */
const MOST_LEVELS = 16;
/** Aliases, fields of the root and directives: ten times what the web app uses. */
const MOST_ALIASES = 30;
const MOST_ROOT_FIELDS = 10;
const MOST_DIRECTIVES = 30;

/** Refuses documents that go on ever deeper. */
const DepthRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    if (depthOf(operation.selectionSet, context, new Map()) <= MOST_LEVELS) return;
    context.reportError(new GraphQLError(`Ask for at most ${MOST_LEVELS} levels at a time.`, { nodes: operation }));
  },
});

/** Refuses an operation of a kind that the schema lacks, which execution would take for a mistake of ours. */
const KnownOperationRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    if (context.getSchema().getRootType(operation.operation)) return;
    context.reportError(new GraphQLError(`There is no ${operation.operation} here.`, { nodes: operation }));
  },
});

/** Refuses many names for the same thing, which is how one request would try many passwords. */
const AliasRule: ValidationRule = (context) => {
  let aliases = 0;
  return {
    Field: (field) => {
      if (!field.alias || ++aliases !== MOST_ALIASES + 1) return;
      context.reportError(new GraphQLError(`Use at most ${MOST_ALIASES} aliases in a document.`, { nodes: field }));
    },
  };
};

const DirectiveRule: ValidationRule = (context) => {
  let directives = 0;
  return {
    Directive: (directive) => {
      if (++directives !== MOST_DIRECTIVES + 1) return;
      const message = `Use at most ${MOST_DIRECTIVES} directives in a document.`;
      context.reportError(new GraphQLError(message, { nodes: directive }));
    },
  };
};

const RootFieldRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    if (countFields(operation.selectionSet, context, () => true, new Map()) <= MOST_ROOT_FIELDS) return;
    const message = `Ask for at most ${MOST_ROOT_FIELDS} things of the ${operation.operation} at a time.`;
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});

/** A request that tries a secret, books, pays or decides does so once: a limit on requests is then a limit on attempts. */
const SensitiveMutationRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    if (operation.operation !== OperationTypeNode.MUTATION) return;
    const isCounted = (field: FieldNode): boolean => isSensitiveMutation(field.name.value);
    if (countFields(operation.selectionSet, context, isCounted, new Map()) <= 1) return;
    const message = 'Send mutations that sign in, book, pay or decide one per request.';
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});

/** What a document must keep to, whatever its variables are. */
export const documentRules: readonly ValidationRule[] = [
  DepthRule,
  KnownOperationRule,
  AliasRule,
  DirectiveRule,
  RootFieldRule,
  SensitiveMutationRule,
];

/** Levels of fields. Each fragment is measured once, so that spreading them over and over costs nothing; a cycle counts as none. */
function depthOf(selections: SelectionSetNode, context: ValidationContext, known: Map<string, number>): number {
  const depths = selections.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) {
      return 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, known) : 0);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, context, known);
    return measureFragment(selection.name.value, context, known, (fragment) => depthOf(fragment, context, known));
  });
  return Math.max(0, ...depths);
}

/** Fields of the first level, those of fragments included each time they are spread. */
function countFields(
  selections: SelectionSetNode,
  context: ValidationContext,
  isCounted: (field: FieldNode) => boolean,
  known: Map<string, number>,
): number {
  const count = (inner: SelectionSetNode): number => countFields(inner, context, isCounted, known);
  return selections.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + (isCounted(selection) ? 1 : 0);
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet);
    return sum + measureFragment(selection.name.value, context, known, count);
  }, 0);
}

function measureFragment(
  name: string,
  context: ValidationContext,
  known: Map<string, number>,
  measure: (selections: SelectionSetNode) => number,
): number {
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  known.set(name, 0);
  const fragment = context.getFragment(name);
  const size = fragment ? measure(fragment.selectionSet) : 0;
  known.set(name, size);
  return size;
}
