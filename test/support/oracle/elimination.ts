import Fraction from 'fraction.js';

/**
 * The plain way beside `server/analysis/control/solve.ts`: solves a square system of linear equations exactly, by elimination without fractions (Bareiss, "Sylvester's identity
 * and multistep integer-preserving Gaussian elimination", 1968): all divisions come out even, so numbers stay short.
 *
 * @param rows one row an equation: the coefficients, then the right side
 * @returns null when there is no unique solution
 */
export function solve(rows: readonly (readonly Fraction[])[]): Fraction[] | null {
  const size = rows.length;
  const matrix = rows.map(toIntegers);
  let before = 1n;
  for (let step = 0; step < size; step += 1) {
    if (!bringPivot(matrix, step)) return null;
    eliminateBelow(matrix, step, before);
    before = at(matrix, step, step);
  }
  return back(matrix);
}

function at(matrix: readonly (readonly bigint[])[], row: number, column: number): bigint {
  return matrix[row]?.[column] ?? 0n;
}

/** An equation stays the same when both sides are multiplied. */
function toIntegers(row: readonly Fraction[]): bigint[] {
  let common = 1n;
  for (const { d } of row) common = (common / gcd(common, d)) * d;
  return row.map(({ s, n, d }) => (s * n * common) / d);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function bringPivot(matrix: bigint[][], step: number): boolean {
  const found = matrix.findIndex((row, index) => index >= step && row[step] !== 0n);
  const [upper, lower] = [matrix[step], matrix[found]];
  if (!upper || !lower) return false;
  matrix[step] = lower;
  matrix[found] = upper;
  return true;
}

function eliminateBelow(matrix: bigint[][], step: number, before: bigint): void {
  const pivot = at(matrix, step, step);
  for (let row = step + 1; row < matrix.length; row += 1) {
    const factor = at(matrix, row, step);
    matrix[row] = (matrix[row] ?? []).map((value, column) =>
      column <= step ? 0n : (pivot * value - factor * at(matrix, step, column)) / before,
    );
  }
}

/** Each unknown times the determinant is a whole number (Cramer), so the way back needs no fractions either. */
function back(matrix: readonly (readonly bigint[])[]): Fraction[] {
  const size = matrix.length;
  const determinant = size === 0 ? 1n : at(matrix, size - 1, size - 1);
  const scaled: bigint[] = new Array<bigint>(size).fill(0n);
  for (let row = size - 1; row >= 0; row -= 1) {
    let right = determinant * at(matrix, row, size);
    for (let column = row + 1; column < size; column += 1)
      right -= at(matrix, row, column) * (scaled[column] ?? 0n);
    scaled[row] = right / at(matrix, row, row);
  }
  return scaled.map((value) => new Fraction(value, determinant));
}
