import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What kind of thing keeps people out. */
export type GuardKind =
  'policy' | 'sign-in check' | 'role check' | 'owner condition' | 'owner comparison' | 'read rule';

export interface GuardEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is replaced: the body of a function, an expression, or a property with the comma after it. */
  readonly of: 'body' | 'expression' | 'property';
}

/** One guard, and how the code looks without it. */
export interface Guard {
  /** Stays the same while lines move. The places where one use case asks who is signed in share one: together they are one guard. */
  readonly id: string;
  readonly kind: GuardKind;
  readonly file: string;
  readonly line: number;
  /** The function, method or type that it stands in. */
  readonly within: string;
  /** Replaced in the file. */
  readonly edit: GuardEdit;
}

const OWNERS = /^(?:account|accountId|household|provider|auditor|member)$/;
const OWN_IDS = /\b(?:accountId|householdId|provider\.id|providerId)$/;
const NOBODY =
  "{ accountId: '00000000-0000-7000-8000-000000000000', householdId: '00000000-0000-7000-8000-000000000000', sessionId: '', roles: [], authenticatedAt: new Date() }";

/** Every guard of the API, found in its syntax; those of rows are taken away by `row-level-security.test.ts`. */
export function findGuards(root: string): Guard[] {
  const files = globSync('api/{modules,app,platform}/**/*.ts', { cwd: root }).sort();
  const found = files.flatMap((file) => guardsOf(file, readFileSync(join(root, file), 'utf8')));
  const seen = new Map<string, number>();
  return found.map((guard) => {
    if (isAskedAllOver(guard)) return guard;
    const count = (seen.get(guard.id) ?? 0) + 1;
    seen.set(guard.id, count);
    return count === 1 ? guard : { ...guard, id: `${guard.id} #${count}` };
  });
}

/** A file of one use case asks for the viewer wherever it needs their id; whichever call comes first keeps visitors out. */
function isAskedAllOver({ file, kind }: Pick<Guard, 'file' | 'kind'>): boolean {
  return kind === 'sign-in check' && file.endsWith('.service.ts');
}

function guardsOf(file: string, text: string): Guard[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const guards: Guard[] = [];
  const add = (kind: GuardKind, node: ts.Node, edit: GuardEdit, what: string): void => {
    const within = nameAround(node);
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const guard = { id: `${file} ${within} ${kind} ${what}`.trim(), kind, file, line, within, edit };
    guards.push(isAskedAllOver(guard) ? { ...guard, id: `${file} ${kind} ${what}`.trim() } : guard);
  };
  const visit = (node: ts.Node): void => {
    if (file.endsWith('.policy.ts') && ts.isFunctionDeclaration(node) && node.body) findPolicy(node, add);
    if (file.endsWith('.read-rules.ts')) findReadRule(node, add);
    else if (!file.endsWith('.policy.ts')) findCheck(node, add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return guards;
}

type Add = (kind: GuardKind, node: ts.Node, edit: GuardEdit, what: string) => void;

const replace = (node: ts.Node, text: string, of: GuardEdit['of'] = 'expression'): GuardEdit => ({
  start: node.getStart(),
  end: node.getEnd(),
  text,
  of,
});

/** A predicate that says yes to everybody; one that says who somebody is takes strangers for one of those it knows. */
function findPolicy(node: ts.FunctionDeclaration, add: Add): void {
  const name = node.name?.text ?? '';
  if (node.body && node.type?.getText() === 'boolean') {
    add('policy', node.body, replace(node.body, '{ return true; }', 'body'), name);
    return;
  }
  const known = /return '(\w+)'/.exec(node.getText())?.[1];
  if (known === undefined) return;
  const visit = (inner: ts.Node): void => {
    if (inner.kind === ts.SyntaxKind.NullKeyword && isGiven(inner))
      add('policy', inner, replace(inner, `'${known}'`), `${name} null`);
    ts.forEachChild(inner, visit);
  };
  if (node.body) visit(node.body);
}

function isGiven(node: ts.Node): boolean {
  return (
    ts.isReturnStatement(node.parent) || (ts.isConditionalExpression(node.parent) && node.parent.condition !== node)
  );
}

function findReadRule(node: ts.Node, add: Add): void {
  if (!ts.isPropertyAssignment(node)) return;
  const name = node.name.getText();
  const value = node.initializer;
  const isFunction = ts.isArrowFunction(value) || (ts.isIdentifier(value) && /^(?:may|can|of)[A-Z]/.test(value.text));
  if (isFunction) add('read rule', node, replace(value, '() => true'), name);
}

function findCheck(node: ts.Node, add: Add): void {
  if (ts.isCallExpression(node)) findCheckingCall(node, add);
  if (ts.isBinaryExpression(node)) findOwnerComparison(node, add);
  if (ts.isObjectLiteralExpression(node)) findOwnerCondition(node, add);
}

function findCheckingCall(node: ts.CallExpression, add: Add): void {
  const callee = node.expression.getText();
  const [first] = node.arguments;
  if (first === undefined) return;
  const context = first.getText();
  if (callee === 'requireRole')
    add(
      'role check',
      node,
      replace(node, `(${context}.viewer ?? (${NOBODY} as never))`),
      node.arguments
        .slice(1)
        .map((one) => one.getText())
        .join(' '),
    );
  if (callee === 'requireViewer')
    add('sign-in check', node, replace(node, `(${context}.viewer ?? (${NOBODY} as never))`), '');
  if (callee === 'requireRecentAuthentication')
    add('sign-in check', node, replace(node, `${context}.viewer!`), 'recent');
}

/** `booking.household !== viewer.accountId`, either way round. */
function findOwnerComparison(node: ts.BinaryExpression, add: Add): void {
  const operator = node.operatorToken.kind;
  const isEqual = operator === ts.SyntaxKind.EqualsEqualsEqualsToken;
  if (!isEqual && operator !== ts.SyntaxKind.ExclamationEqualsEqualsToken) return;
  const sides = [node.left, node.right].map((side) => side.getText());
  const hasOwner = sides.some((side) => OWNERS.test(side.split('.').at(-1) ?? ''));
  if (hasOwner && !sides.includes('null') && sides.some((side) => OWN_IDS.test(side)))
    add('owner comparison', node, replace(node, isEqual ? 'true' : 'false'), node.getText());
}

/** `{ id, household: accountId }` in a question to the database. */
function findOwnerCondition(node: ts.ObjectLiteralExpression, add: Add): void {
  const properties = node.properties.filter(
    (one) => ts.isPropertyAssignment(one) || ts.isShorthandPropertyAssignment(one),
  );
  const isQuestion =
    ts.isCallExpression(node.parent) && /\.(?:find\w*|count|native\w+)$/.test(node.parent.expression.getText());
  if (!isQuestion || node.parent.arguments[1] !== node) return;
  for (const property of properties) {
    const name = property.name.getText();
    if (!OWNERS.test(name) || properties.length < 2 || !ts.isPropertyAssignment(property)) continue;
    const rest = property.getSourceFile().text.slice(property.getEnd());
    const after = /^\s*,/.exec(rest)?.[0].length ?? 0;
    const edit = { start: property.getStart(), end: property.getEnd() + after, text: '', of: 'property' as const };
    add('owner condition', property, edit, name);
  }
}

/** The function or method that a node stands in; for what stands in none, the type, constant or class. */
function nameAround(node: ts.Node): string {
  let outermost = '';
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if ((ts.isMethodDeclaration(at) || ts.isFunctionDeclaration(at)) && at.name) return at.name.getText();
    const named = ts.isPropertyAssignment(at) || ts.isVariableDeclaration(at) || ts.isClassDeclaration(at) ? at : null;
    const name = named?.name?.getText();
    if (name !== undefined && !PARTS.has(name)) outermost ||= name;
  }
  return outermost;
}

/** Properties that say nothing of where one is. */
const PARTS = new Set(['topics', 'read', 'fields', 'open']);
