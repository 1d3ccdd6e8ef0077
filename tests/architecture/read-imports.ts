import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A package's name, or a path from the project's root without its ending. */
  target: string;
  typeOnly: boolean;
}

/** Every import of a `.ts` or `.svelte` file: static, dynamic, re-exported, and types written inline. */
export function readImports(path: string, text: string): Import[] {
  return scriptsOf(path, text).flatMap((script) => {
    const imports: Import[] = [];
    const visit = (node: ts.Node): void => {
      const found = importOf(node);
      if (found) imports.push({ ...found, target: resolve(path, found.target) });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest));
    return imports;
  });
}

export function scriptsOf(path: string, text: string): string[] {
  if (!path.endsWith('.svelte')) return [text];
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
}

function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeOnly(node));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return named(node.argument.literal, true);
  }
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? named(node.arguments[0], false) : undefined;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause || importClause.isTypeOnly) return importClause !== undefined;
  const names = importClause.namedBindings;
  return (
    !importClause.name &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.every((element) => element.isTypeOnly)
  );
}

function named(specifier: ts.Expression | undefined, typeOnly: boolean): Import | undefined {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
  return { target: specifier.text, typeOnly };
}

function resolve(from: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, '').replace(/\.(ts|svelte)$/, '');
  if (/^(@|~|@@|~~)\//.test(path)) return path.replace(/^[^/]+\//, '');
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : path;
}
