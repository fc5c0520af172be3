/**
 * Lets all who ask at one time share one read. Whoever asks is told by a read that begins after that: one that is under way when he asks
 * may have seen what was before, and is not good for him. A read that fails fails for those who share it, and for nobody else.
 * @param readers each begins a read, and has one under way at a time.
 */
export function sharedRead<Value>(readers: readonly (() => Promise<Value>)[]): () => Promise<Value> {
  const idle = [...readers]
  let next: PromiseWithResolvers<Value> | undefined

  function begin(): void {
    const read = next && idle.pop()
    if (next === undefined || read === undefined) return
    const { resolve, reject } = next
    next = undefined
    read()
      .then(resolve, reject)
      .finally(() => {
        idle.push(read)
        begin()
      })
  }

  return () => {
    if (next === undefined) {
      next = Promise.withResolvers()
      // When all that came in one turn of the event loop has been taken in.
      setImmediate(begin)
    }
    return next.promise
  }
}
