import { resolve } from 'node:path'
import type { FoundFile } from './files-below.ts'

/**
 * The files, each under a name that no other has: those that are called alike (`report.txt` of two folders) get as many of the folders that
 * they stand in as tell them apart. A file that was given twice is one file.
 */
export function distinctNames(files: readonly FoundFile[]): FoundFile[] {
  const once = [...new Map(files.map((file) => [resolve(file.path), file])).values()]
  return Array.from(Map.groupBy(once, ({ name }) => name).values()).flatMap((alike) => {
    if (alike.length === 1) return alike
    const paths = alike.map(({ path }) => resolve(path).replaceAll('\\', '/'))
    const first = (alike[0]?.name ?? '').split('/').length
    for (let parts = first + 1; ; parts += 1) {
      const names = paths.map((path) => path.split('/').slice(-parts).join('/'))
      if (new Set(names).size === names.length)
        return alike.map((file, at) => ({ ...file, name: names[at] ?? file.name }))
    }
  })
}
