import { inverse, type System, solveModulo, times } from './modulo.ts';
import { bits, commonMultiple, type Ratio } from './ratio.ts';

/** Equations: a row of coefficients and a right side for each. */
export interface Equations {
  readonly rows: readonly (readonly Ratio[])[];
  readonly right: readonly Ratio[];
}

/** The unknowns, and the diagonal of the inverse of the coefficients. */
export interface Solution {
  readonly unknowns: readonly Ratio[];
  readonly diagonal: readonly Ratio[];
  /** Steps of about a microsecond that it took. */
  readonly work: number;
}

/**
 * Solves a square system of linear equations exactly. By Cramer every unknown is a quotient of two determinants, whole
 * numbers that Hadamard's inequality bounds: they are worked out modulo as many primes as that bound needs and put
 * together (Chinese remainders; von zur Gathen and Gerhard, "Modern Computer Algebra", section 5.5). Exact like
 * elimination without fractions (Bareiss 1968), and many times faster where the numbers are long.
 *
 * @returns null when there is no unique solution
 */
export function solve({ rows, right }: Equations): Solution | null {
  const size = rows.length;
  const scales = rows.map((row) => row.reduce((common, { d }) => commonMultiple(common, d), 1n));
  const scale = right.reduce((common, { d }) => commonMultiple(common, d), 1n);
  const whole = rows.map((row, at) => [
    ...row.map(({ n, d }) => n * ((scales[at] ?? 1n) / d)),
    (right[at]?.n ?? 0n) * (scale / (right[at]?.d ?? 1n)) * (scales[at] ?? 1n),
  ]);
  const found = determinants(whole);
  if (found === null) return null;
  const { determinant, numbers, primes } = found;
  const quotient = (n: bigint, d: bigint): Ratio => (d < 0n ? { n: -n, d: -d } : { n, d });
  return {
    unknowns: numbers.slice(0, size).map((n) => quotient(n, determinant * scale)),
    diagonal: numbers.slice(size).map((n, at) => quotient(n * (scales[at] ?? 1n), determinant)),
    work: Math.ceil((size ** 3 * primes) / 300),
  };
}

interface Determinants {
  readonly determinant: bigint;
  /** The unknowns, then the diagonal, each times the determinant. */
  readonly numbers: readonly bigint[];
  readonly primes: number;
}

function determinants(whole: readonly (readonly bigint[])[]): Determinants | null {
  const bound = boundInBits(whole);
  const size = whole.length;
  const numbers = new Array<bigint>(2 * size + 1).fill(0n);
  let product = 1n;
  let [count, useless] = [0, 0];
  for (let at = 0; count * LEAST_BITS <= bound; at += 1) {
    const prime = primeAt(at);
    const solved = solveModulo(remainders(whole, prime), prime);
    if (!solved) {
      // So many primes divide only a determinant of 0.
      useless += 1;
      if (useless * LEAST_BITS > bound) return null;
      continue;
    }
    const { determinant, unknowns, diagonal } = solved;
    const found = [...unknowns, ...diagonal].map((value) => times(value, determinant, prime));
    join(numbers, product, { prime, found: [...found, determinant] });
    product *= BigInt(prime);
    count += 1;
  }
  const signed = numbers.map((value) => (2n * value > product ? value - product : value));
  return { determinant: signed[2 * size] ?? 1n, numbers: signed.slice(0, 2 * size), primes: count + useless };
}

/** Digits of twice the largest determinant: the product of the lengths of the rows, and what the right side adds. */
function boundInBits(whole: readonly (readonly bigint[])[]): number {
  const size = whole.length;
  const lengths = whole.map((row) => {
    const squares = row.slice(0, size).reduce((sum, value) => sum + value * value, 0n);
    return Math.ceil(bits(squares) / 2);
  });
  const right = Math.max(1, ...whole.map((row) => bits(row[size] ?? 0n)));
  return lengths.reduce((sum, length) => sum + length, 0) + right + bits(BigInt(size)) + 2;
}

function remainders(whole: readonly (readonly bigint[])[], prime: number): System {
  const size = whole.length;
  const cells = new Float64Array(size * (size + 1));
  const divisor = BigInt(prime);
  let at = 0;
  for (const row of whole)
    for (const value of row) {
      const rest = value === 0n ? 0 : Number(value % divisor);
      cells[at] = rest < 0 ? rest + prime : rest;
      at += 1;
    }
  return { size, cells };
}

interface Found {
  readonly prime: number;
  readonly found: readonly number[];
}

/** Numbers known modulo `product` become known modulo `product` times the prime (Garner 1959). */
function join(numbers: bigint[], product: bigint, { prime, found }: Found): void {
  const divisor = BigInt(prime);
  const inverted = inverse(Number(product % divisor), prime);
  for (const [at, value] of numbers.entries()) {
    const missing = (found[at] ?? 0) - Number(value % divisor);
    const digit = times(missing < 0 ? missing + prime : missing, inverted, prime);
    numbers[at] = value + product * BigInt(digit);
  }
}

const LARGEST = 2 ** 26;
/** All primes used are above 2 to the 25th. */
const LEAST_BITS = 25;
const primes: number[] = [];

/** Primes from the largest downward, found when needed. */
function primeAt(at: number): number {
  for (let next = (primes.at(-1) ?? LARGEST + 1) - 2; primes.length <= at; next -= 2)
    if (isPrime(next)) primes.push(next);
  return primes[at] ?? 2;
}

function isPrime(odd: number): boolean {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) if (odd % divisor === 0) return false;
  return true;
}
