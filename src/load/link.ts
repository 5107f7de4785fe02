import type MagicString from 'magic-string';
import type { ImportDeclaration, Node } from 'oxc-parser';
import type { Injected } from './injected.ts';
import { type Names, patternNames } from './names.ts';
import { type Source, syntaxError } from './parse.ts';
import { refuse } from './refuse.ts';

/** What a module takes from others and offers to them, once its import and export statements are gone from its text. */
export interface Links {
  /** The files it imports, as written: "./heap.ts". */
  readonly requests: readonly { readonly specifier: string; readonly start: number }[];
  /** Statements that bind what is imported; they go before the module's own. */
  readonly header: string;
  /** Statements that publish what is exported; they go after. */
  readonly footer: string;
  /** What it exports, by name. */
  readonly exports: ReadonlyMap<string, Exported>;
  /** The files all of whose exports are its own too. */
  readonly stars: readonly string[];
}

/** A name of the module itself, or of a file that it imports; no name where it stands for that whole file. */
export interface Exported {
  readonly local?: string;
  readonly from?: string;
}

/** Takes the imports and exports out of a module and writes them as calls of `require` and `publish`. */
export function link(source: Source, text: MagicString, names: Names, injected: Injected): Links {
  const { require, publish } = injected;
  const requests: { specifier: string; start: number }[] = [];
  const header: string[] = [];
  const exports = new Map<string, Exported>();
  const stars: string[] = [];
  const used = new Set(names.references.map(({ name }) => name));
  const request = (specifier: string, start: number): string => {
    if (!specifier.startsWith('./') && !specifier.startsWith('../')) {
      refuse(source, start, `The package \`${specifier}\` is not allowed: a drill is written from scratch`);
    }
    requests.push({ specifier, start });
    return specifier;
  };
  const required = (specifier: string): string => `${require}(${JSON.stringify(specifier)})`;
  const add = (name: string, exported: Exported, at: Node): void => {
    if (exports.has(name)) throw syntaxError(source.file, `\`${name}\` is exported twice`, source.position(at.start));
    exports.set(name, exported);
  };

  const hashbang = source.program.hashbang;
  if (hashbang) text.remove(hashbang.start, hashbang.end);
  for (const node of source.program.body) {
    switch (node.type) {
      case 'ImportDeclaration': {
        const bindings = importBindings(node, used);
        if (node.importKind !== 'type' && (bindings.length > 0 || node.specifiers.length === 0)) {
          const call = required(request(node.source.value, node.start));
          header.push(bindings.map((binding) => `const ${binding} = ${call};`).join(''));
        }
        blank(text, source, node);
        break;
      }
      case 'ExportAllDeclaration':
        if (node.exportKind !== 'type') {
          const from = request(node.source.value, node.start);
          if (node.exported) add(nameOf(node.exported), { from }, node.exported);
          else stars.push(from);
        }
        blank(text, source, node);
        break;
      case 'ExportNamedDeclaration': {
        const { declaration } = node;
        if (declaration) {
          // Several enums or namespaces of one name are one.
          const isMerged = declaration.type === 'TSEnumDeclaration' || declaration.type === 'TSModuleDeclaration';
          for (const name of declaredNames(declaration))
            if (!isMerged || !exports.has(name)) add(name, { local: name }, declaration);
          text.remove(node.start, declaration.start);
          break;
        }
        const from = node.source && node.exportKind !== 'type' ? request(node.source.value, node.start) : undefined;
        for (const specifier of node.specifiers) {
          if (node.exportKind === 'type' || specifier.exportKind === 'type') continue;
          const local = nameOf(specifier.local);
          if (from) add(nameOf(specifier.exported), { local, from }, specifier);
          else if (names.bound.has(local)) add(nameOf(specifier.exported), { local }, specifier);
          else if (!names.types.has(local)) {
            const message = `\`${local}\` is exported, but nothing of that name is in the file`;
            throw syntaxError(source.file, message, source.position(specifier.start));
          }
        }
        blank(text, source, node);
        break;
      }
      case 'ExportDefaultDeclaration':
        if (node.declaration.type === 'TSDeclareFunction' || node.declaration.type === 'TSInterfaceDeclaration') break;
        add('default', { local: exportDefault(text, node, injected.byDefault) }, node);
        break;
      default:
        break;
    }
  }
  const expressionOf = ({ local, from }: Exported): string =>
    from === undefined ? `${local}` : required(from) + (local === undefined ? '' : `[${JSON.stringify(local)}]`);
  const getters = [...exports].map(
    ([name, exported]) => `get ${JSON.stringify(name)}(){return ${expressionOf(exported)}}`,
  );
  const reexports = stars.map((from) => `${publish}(${required(from)});`);
  return {
    requests,
    header: header.join(''),
    footer: `${reexports.join('')}${publish}({${getters.join(',')}});`,
    exports,
    stars,
  };
}

/** Removes a statement but keeps its line breaks, so that every line keeps its number. */
function blank(text: MagicString, source: Source, node: Node): void {
  text.overwrite(node.start, node.end, source.text.slice(node.start, node.end).replace(/[^\n]/g, '') || ' ');
}

/** Patterns for `const PATTERN = require(...)`; names used only as types are left out, as TypeScript does. */
function importBindings(node: ImportDeclaration, used: ReadonlySet<string>): string[] {
  return node.specifiers.flatMap((specifier) => {
    const { name } = specifier.local;
    if (!used.has(name)) return [];
    if (specifier.type === 'ImportNamespaceSpecifier') return [name];
    if (specifier.type === 'ImportDefaultSpecifier') return [`{default:${name}}`];
    return specifier.importKind === 'type' ? [] : [`{${JSON.stringify(nameOf(specifier.imported))}:${name}}`];
  });
}

const nameOf = (node: { name: string } | { value: string }): string => ('name' in node ? node.name : node.value);

function declaredNames(declaration: Node): string[] {
  if ('declare' in declaration && declaration.declare) return [];
  switch (declaration.type) {
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => patternNames(id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration':
      return declaration.id && 'name' in declaration.id ? [declaration.id.name] : [];
    default:
      return [];
  }
}

function exportDefault(
  text: MagicString,
  node: Extract<Node, { type: 'ExportDefaultDeclaration' }>,
  name: string,
): string {
  const { declaration } = node;
  if ('id' in declaration && declaration.id && 'name' in declaration.id) {
    text.remove(node.start, declaration.start);
    return declaration.id.name;
  }
  text.overwrite(node.start, declaration.start, `const ${name} = `);
  if (declaration.type === 'Identifier') return declaration.name;
  return name;
}
