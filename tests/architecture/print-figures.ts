import ts from 'typescript';
import { findDoubleNames } from './export-names.ts';
import { findCircles } from './import-circles.ts';
import { findViolations } from './import-rules.ts';
import { findCharmingNames } from './plain-names.ts';
import { readProductFiles } from './project-files.ts';
import { scriptsOf } from './read-imports.ts';

/*
 * `npm run check:quick` ends with these: how long files and functions are, the median and what nine in ten keep to,
 * and what the architecture tests count, which is 0 when they pass.
 */
const files = readProductFiles();
const trees = [...files].flatMap(([path, text]) =>
  scriptsOf(path, text).map((script) => ts.createSourceFile(path, script, ts.ScriptTarget.Latest)),
);

const functions: number[] = [];
let anys = 0;
for (const tree of trees) measure(tree, tree);

function measure(tree: ts.SourceFile, node: ts.Node): void {
  if (node.kind === ts.SyntaxKind.AnyKeyword) anys++;
  if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
    const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
    functions.push(lineAt(node.getEnd()) - lineAt(node.getStart(tree)) + 1);
  }
  ts.forEachChild(node, (child) => measure(tree, child));
}

function spread(lengths: readonly number[]): string {
  const sorted = [...lengths].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return `${String(at(0.5))} / ${String(at(0.9))}`;
}

const lines = [...files.values()].map((text) => text.trimEnd().split('\n').length);
const figures: [string, string | number][] = [
  ['files', files.size],
  ['lines of a file', spread(lines)],
  ['lines of a function', spread(functions)],
  ['any', anys],
  ['forbidden imports', findViolations(files).length],
  ['circles', findCircles(files).length],
  ['double names', findDoubleNames(files).length],
  ['charming words', findCharmingNames(files).length],
];
for (const [name, figure] of figures) {
  process.stdout.write(`${name.padEnd(20)} ${String(figure)}\n`);
}
