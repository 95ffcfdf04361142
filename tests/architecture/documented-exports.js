/**
 * What domain code exports says in a TSDoc comment what it promises.
 * @type {import('eslint').Rule.RuleModule}
 */
export const documentedExports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say in a /** comment */ what this promises: units, zone, range ends, errors.' },
  },
  create(context) {
    return {
      'ExportNamedDeclaration[declaration]'(node) {
        const [comment] = context.sourceCode.getCommentsBefore(node).slice(-1);
        const isTsDoc = comment?.type === 'Block' && comment.value.startsWith('*');
        // An overload or its implementation is described once, at the first signature.
        const siblings = node.parent.body;
        const before = siblings[siblings.indexOf(node) - 1];
        const isOverload = before?.declaration?.type === 'TSDeclareFunction';
        if (!isTsDoc && !isOverload) context.report({ node, messageId: 'missing' });
      },
    };
  },
};
