import { GraphQLError, Kind } from 'graphql';
import type { SelectionSetNode, ValidationContext, ValidationRule } from 'graphql';

/** Twice as deep as any question of ours; tools that read the schema need almost as much. */
const MOST_LEVELS = 16;

/** Refuses documents that go on ever deeper. */
export const DepthRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    if (depthOf(operation.selectionSet, context, new Map()) <= MOST_LEVELS) return;
    context.reportError(new GraphQLError(`Ask for at most ${MOST_LEVELS} levels at a time.`, { nodes: operation }));
  },
});

/** Refuses an operation of a kind that the schema lacks, which execution would take for a mistake of ours. */
export const KnownOperationRule: ValidationRule = (context) => ({
  OperationDefinition: (operation) => {
    if (context.getSchema().getRootType(operation.operation)) return;
    context.reportError(new GraphQLError(`There is no ${operation.operation} here.`, { nodes: operation }));
  },
});

/** Levels of fields. Each fragment is measured once, so that spreading them over and over costs nothing; a cycle counts as none. */
function depthOf(selections: SelectionSetNode, context: ValidationContext, known: Map<string, number>): number {
  const depths = selections.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) {
      return 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, known) : 0);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, context, known);
    const name = selection.name.value;
    const measured = known.get(name);
    if (measured !== undefined) return measured;
    known.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment ? depthOf(fragment.selectionSet, context, known) : 0;
    known.set(name, depth);
    return depth;
  });
  return Math.max(0, ...depths);
}
