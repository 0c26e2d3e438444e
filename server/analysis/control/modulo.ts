/**
 * Square systems of equations in whole numbers modulo a prime below 2 to the 26th: all products fit a double exactly,
 * so a step is a few machine instructions, whatever the size of the numbers that the answer is made of.
 */

/** Rows of `size` coefficients and one right side each, one after the other. Solved in place. */
export interface System {
  readonly size: number;
  readonly cells: Float64Array;
}

/** All modulo the prime: the determinant, the unknowns, and the diagonal of the inverse of the coefficients. */
export interface SolvedModulo {
  readonly determinant: number;
  readonly unknowns: readonly number[];
  readonly diagonal: readonly number[];
}

/** The product of two remainders. */
export function times(a: number, b: number, prime: number): number {
  const product = a * b;
  const rest = product - Math.floor(product / prime) * prime;
  return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
}

/** What gives 1 when multiplied (extended Euclid); `value` is not 0. */
export function inverse(value: number, prime: number): number {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return x < 0 ? x + prime : x;
}

/**
 * Inverts the coefficients in place (Gauss and Jordan) and takes the right side along.
 *
 * @returns null when the determinant is 0 modulo the prime
 */
export function solveModulo(system: System, prime: number): SolvedModulo | null {
  const { size } = system;
  const swaps: [number, number][] = [];
  let determinant = 1;
  for (let step = 0; step < size; step += 1) {
    const found = pivotRow(system, step);
    if (found < 0) return null;
    if (found !== step) {
      swapRows(system, step, found);
      swaps.push([step, found]);
      determinant = prime - determinant;
    }
    determinant = times(determinant, system.cells[step * (size + 1) + step] ?? 0, prime);
    clear(system, step, prime);
  }
  for (const [a, b] of swaps.reverse()) swapColumns(system, a, b);
  const at = (row: number, column: number): number => system.cells[row * (size + 1) + column] ?? 0;
  const rows = Array.from({ length: size }, (_, row) => row);
  return {
    determinant,
    unknowns: rows.map((row) => at(row, size)),
    diagonal: rows.map((row) => at(row, row)),
  };
}

function pivotRow({ size, cells }: System, step: number): number {
  for (let row = step; row < size; row += 1) if (cells[row * (size + 1) + step] !== 0) return row;
  return -1;
}

/** Makes the pivot's column that of the inverse, and takes the pivot's row out of all others. */
function clear({ size, cells }: System, step: number, prime: number): void {
  const width = size + 1;
  const pivot = cells.subarray(step * width, (step + 1) * width);
  const factor = inverse(pivot[step] ?? 1, prime);
  pivot[step] = 1;
  for (let column = 0; column < width; column += 1) pivot[column] = times(pivot[column] ?? 0, factor, prime);
  for (let row = 0; row < size; row += 1) {
    const target = cells.subarray(row * width, (row + 1) * width);
    if (row !== step && target[step] !== 0) subtract(target, pivot, { step, prime });
  }
}

interface At {
  readonly step: number;
  readonly prime: number;
}

/** Nearly all of the work, so the product is written out. The quotient is at most one off, and the rest mends it. */
function subtract(target: Float64Array, pivot: Float64Array, { step, prime }: At): void {
  const part = target[step] ?? 0;
  const inverted = 1 / prime;
  target[step] = 0;
  for (let column = 0; column < target.length; column += 1) {
    const product = part * (pivot[column] ?? 0);
    let rest = (target[column] ?? 0) - (product - Math.floor(product * inverted) * prime);
    while (rest < 0) rest += prime;
    while (rest >= prime) rest -= prime;
    target[column] = rest;
  }
}

function swapRows({ size, cells }: System, a: number, b: number): void {
  const width = size + 1;
  const kept = cells.slice(a * width, (a + 1) * width);
  cells.copyWithin(a * width, b * width, (b + 1) * width);
  cells.set(kept, b * width);
}

function swapColumns({ size, cells }: System, a: number, b: number): void {
  for (let start = 0; start < cells.length; start += size + 1) {
    const kept = cells[start + a] ?? 0;
    cells[start + a] = cells[start + b] ?? 0;
    cells[start + b] = kept;
  }
}
