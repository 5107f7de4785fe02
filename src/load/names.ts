import type { Node, Program } from 'oxc-parser';
import { childrenOf, isTypeOnly } from './parse.ts';

/** The names of a module, without regard to scope: enough to tell a global from something of the file's own. */
export interface Names {
  /** Bound somewhere in the file as a value: variables, parameters, functions, classes, imports. */
  readonly bound: ReadonlySet<string>;
  /** Declared somewhere in the file as a type, or for types only: interfaces, aliases, what is imported as a type. */
  readonly types: ReadonlySet<string>;
  /** Places where a name is read or written as a value. */
  readonly references: readonly { readonly name: string; readonly start: number }[];
}

export function namesOf(program: Program): Names {
  const bound = new Set<string>();
  const types = new Set<string>();
  const references: { name: string; start: number }[] = [];

  const visit = (node: Node, parent: Node | undefined): void => {
    if (isTypeOnly(node) || (node.type === 'ImportDeclaration' && node.importKind === 'type')) {
      for (const name of declaredBy(node)) types.add(name);
      return;
    }
    if (node.type === 'Identifier') {
      if (isLabelOrKey(node, parent)) return;
      references.push({ name: node.name, start: node.start });
      return;
    }
    for (const name of boundBy(node)) bound.add(name);
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(program, undefined);
  return { bound, types, references };
}

/** The names that a declaration declares, with what stands in it. */
function declaredBy(node: Node): string[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap(({ id }) => patternNames(id));
  if (node.type === 'ImportDeclaration') return node.specifiers.flatMap(boundBy);
  return 'id' in node && node.id?.type === 'Identifier' ? [node.id.name] : [];
}

/** The names that a node binds by itself. */
export function boundBy(node: Node): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return patternNames(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return [...(node.id ? [node.id.name] : []), ...node.params.flatMap(patternNames)];
    case 'ArrowFunctionExpression':
      return node.params.flatMap(patternNames);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'CatchClause':
      return node.param ? patternNames(node.param) : [];
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration':
      return declaredBy(node);
    case 'TSEnumMember':
      // The initialisers of an enum see its members by their names.
      return 'name' in node.id ? [node.id.name] : [];
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local.name];
    default:
      return [];
  }
}

/** The names in a binding pattern. */
export function patternNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? patternNames(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'TSParameterProperty':
      return patternNames(pattern.parameter);
    default:
      return [];
  }
}

/** Whether an identifier stands where a name is not looked up: after a dot, before a colon, at a label. */
function isLabelOrKey(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.computed && !parent.shorthand;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.key === node && !parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'MetaProperty':
      return true;
    case 'TSEnumMember':
      return parent.id === node;
    case 'TSQualifiedName':
      return parent.right === node;
    case 'ExportSpecifier':
      return parent.exported === node && parent.local !== node;
    default:
      return false;
  }
}
