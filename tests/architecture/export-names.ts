import ts from 'typescript';

/** Every name that two files export, with the files: `openLibrary: utils/a.ts, utils/b.ts`. */
export function findDoubleNames(files: Map<string, string>): string[] {
  const exporters = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (!path.endsWith('.ts')) continue;
    for (const name of exportsOf(path, text)) {
      exporters.set(name, [...(exporters.get(name) ?? []), path]);
    }
  }
  return [...exporters]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

/** What a file declares and exports; what it only hands on is another file's. A type and a value of one name are one. */
function exportsOf(path: string, text: string): Set<string> {
  const names = new Set<string>();
  for (const node of ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements) {
    const isExported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) continue;
    if (ts.isVariableStatement(node)) {
      for (const { name } of node.declarationList.declarations) {
        if (ts.isIdentifier(name)) names.add(name.text);
      }
    } else if ('name' in node && node.name !== undefined) {
      names.add((node.name as ts.Identifier).text);
    }
  }
  return names;
}
