/**
 * Lets all who ask at one time share one read. Whoever asks is told by a read that begins after that: one that is under way when he asks
 * may have seen what was before, and is not good for him. A read that fails fails for those who share it, and for nobody else.
 * @param read begins the read.
 * @param most how many are under way at once.
 */
export function sharedRead<Value>(read: () => Promise<Value>, most: number): () => Promise<Value> {
  let underWay = 0
  let next: PromiseWithResolvers<Value> | undefined

  function begin(): void {
    if (next === undefined || underWay >= most) return
    const { resolve, reject } = next
    next = undefined
    underWay += 1
    read()
      .then(resolve, reject)
      .finally(() => {
        underWay -= 1
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
