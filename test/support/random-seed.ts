import fc from 'fast-check';

/**
 * One seed for all random tests, so that the same code gives the same result on every machine and a failure is never
 * chance. `INTERLOCK_SEED=random` tries graphs that nobody has tried, `INTERLOCK_SEED=N` those of N once more; a
 * failure names its seed.
 */
const wanted = process.env.INTERLOCK_SEED ?? '20240929';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
