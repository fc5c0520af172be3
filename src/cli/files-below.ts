import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isHidden } from '../ingest/archive/entry-name.ts'

/** A file that is to be ingested. */
export interface FoundFile {
  readonly path: string
  /** What it is called: of a file in a folder, the folder's name and the path from there, with slashes. */
  readonly name: string
}

/** A path → the files that it stands for: itself, or, of a folder, those in it and in the folders below, by name; hidden ones left out. */
export async function filesBelow(path: string): Promise<FoundFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, name: basename(path) }]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const below = (file: string) => file.slice(path.length).replaceAll('\\', '/').replace(/^\//, '')
  return files
    .filter((file) => !isHidden(below(file)))
    .sort()
    .map((file) => ({ path: file, name: `${basename(path)}/${below(file)}` }))
}
