/**
 * The header of a Cypher file: the comment lines it begins with, `// key: value`, continued by lines without a key.
 * A key may stand several times.
 */
export function readHeader(cypher: string): Map<string, string[]> {
  const header = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of cypher.split(/\r?\n/)) {
    if (!line.startsWith('//')) break;
    const match = /^\/\/ ([a-z][a-z ]*): ?(.*)$/.exec(line);
    if (match?.[1] !== undefined) {
      last = header.get(match[1]) ?? [];
      header.set(match[1], last);
      last.push(match[2] ?? '');
    } else if (last !== null) {
      last.push(`${last.pop() ?? ''} ${line.slice(2).trim()}`.trim());
    }
  }
  return header;
}
