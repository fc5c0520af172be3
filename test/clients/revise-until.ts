import { sample, type TestHub } from '../hub.ts'

/** Stores one revision of a sample after another until it is done: a subscription tells nothing of what was before it. */
export async function reviseUntil(hub: TestHub, name: string, done: Promise<unknown>) {
  let isDone = false
  const end = () => {
    isDone = true
  }
  done.then(end, end)
  for (let revision = 1; !isDone; revision += 1) {
    await hub.dataOf<unknown, unknown>(
      'mutation ($text: String!, $revision: Int) { ingestReport(input: { source: { text: $text }, expectedRevision: $revision }) { __typename } }',
      { text: `${sample(name)}${'\n'.repeat(revision)}`, revision },
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await done
}
