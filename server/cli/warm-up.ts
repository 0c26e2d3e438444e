import { z } from 'zod';

/** Questions of the first click on a party found by name, in the order in which the page asks them. */
const FIRST_CLICK = [
  (id: string) => `/evidence/${id}`,
  (id: string) => `/parties/${id}`,
  (id: string) => `/neighbours/${id}?group=holdings&limit=1`,
  (id: string) => `/parties/${id}/complexes`,
];
const hitsShape = z.object({ hits: z.array(z.object({ id: z.string() })) });

/**
 * Asks the running server what the first person will ask it, so that Neo4j has planned the statements by then. A
 * failure is nobody's yet: it shows at the click.
 *
 * @param stop ends it, as it ends the server
 */
export async function warmUp(url: string, stop: AbortSignal): Promise<void> {
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${url}/api/v1${path}`, { signal: stop })).json();
  try {
    await ask('/overview');
    const [hit] = hitsShape.parse(await ask('/search?q=huawei&kind=party&limit=1')).hits;
    for (const question of FIRST_CLICK) await ask(question(encodeURIComponent(hit?.id ?? '')));
  } catch {
    // Whoever clicks is told.
  }
}
