import { readdirSync, readFileSync } from 'node:fs'

// How long processors worked for processes, where the system tells (Linux). It depends on what else the machine does far less than any clock.

/** Milliseconds of a tick of the kernel's accounts. */
const TICK = 10

/** Milliseconds of processor time of each process of a tree, from the one at its root down, and of others that are named; null where nobody tells. */
export function processorTimes(root: number, others: readonly number[]): ReadonlyMap<number, number> | null {
  try {
    return new Map([...treeOf(root), ...others].flatMap((pid) => timeOf(pid)))
  } catch {
    return null
  }
}

/** What was worked between two looks, by those that are there at the second. */
export function workedBetween(
  before: ReadonlyMap<number, number> | null,
  after: ReadonlyMap<number, number> | null,
): number | null {
  if (before === null || after === null) return null
  let sum = 0
  for (const [pid, time] of after) sum += time - (before.get(pid) ?? 0)
  return sum
}

/** The process and all that it started. */
export function treeOf(root: number): number[] {
  const children = Map.groupBy(
    readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : [])),
    (pid) => Number(fieldsOf(pid)?.[1]),
  )
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

function timeOf(pid: number): [number, number][] {
  const fields = fieldsOf(pid)
  return fields === undefined ? [] : [[pid, (Number(fields[11]) + Number(fields[12])) * TICK]]
}

/** What the kernel tells of a process, from its state on; nothing once it has ended. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in parentheses, and may have some of its own.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
