import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A path → the files that it stands for: itself, or, of a folder, the files in it by name, hidden ones left out. */
export async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return files.map((entry) => join(path, entry.name)).sort()
}
