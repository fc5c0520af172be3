import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Child } from '../child.ts'
import type { Row } from '../results.ts'

const run = promisify(execFile)

/** Resident memory of the hub and all that it has started, in megabytes. What processes share is counted for each. */
export async function measureMemory({ pid, contestant }: Child): Promise<Row[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss='])
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const tree = new Set([pid])
  // A process stands behind the one that started it, or before it: once round for each level.
  for (let size = 0; size < tree.size; ) {
    size = tree.size
    for (const [own = 0, parent = 0] of processes) if (tree.has(parent)) tree.add(own)
  }
  const kilobytes = processes.reduce((sum, [own = 0, , rss = 0]) => (tree.has(own) ? sum + rss : sum), 0)
  return [
    {
      what: 'memory',
      who: contestant.name,
      title: 'resident memory after the races, all processes',
      by: contestant.title,
      figures: [{ against: '', unit: 'MB', value: kilobytes / 1_000, target: { atMost: 300 } }],
      measured: {},
    },
  ]
}
