/**
 * Answers in the order of the questions, each next question on its way while an answer is being read: Neo4j works on the
 * one while the other is packed or unpacked here. No more than two are open at a time, so that memory stays bounded.
 *
 * @throws what the first of them that fails throws; those behind it fail with it, unseen
 */
export async function* pipelined<T>(questions: Iterable<() => PromiseLike<T>>): AsyncGenerator<T> {
  let ahead: Promise<T> | null = null;
  for (const ask of questions) {
    const next = Promise.resolve(ask());
    next.catch(() => undefined);
    if (ahead !== null) yield await ahead;
    ahead = next;
  }
  if (ahead !== null) yield await ahead;
}
