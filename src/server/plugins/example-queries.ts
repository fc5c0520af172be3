import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A saved query: one file of the folder examples/. */
export interface Example {
  /** Name of the file without its ending: `one-district`. */
  readonly name: string
  /** First line of the comment at the file's top; the name when there is none. */
  readonly title: string
  /** The other lines of that comment. */
  readonly description: string
  /** The whole file. */
  readonly query: string
}

/** The examples that come first, and that the explorer opens: the questions that the hub is made for. */
const FIRST = ['one-district', 'evidence', 'broken-arithmetic', 'provinces-ranked', 'search']

/**
 * The saved queries of a folder, one a `*.graphql` file: those of `FIRST` first, the others in order of their names.
 * A comment at a file's top is its title (first line) and its description (the others).
 * Throws what the file system throws when the folder cannot be read.
 */
export function readExamples(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => basename(file, '.graphql'))
    .sort()
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((name) => toExample(name, readFileSync(join(folder, `${name}.graphql`), 'utf8')))
}

const placeOf = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)

function toExample(name: string, query: string): Example {
  const [title = name, ...description] = commentAtTop(query)
  return { name, title, description: description.join(' ').trim(), query }
}

function commentAtTop(query: string): string[] {
  const lines = query.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#'))
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^#+ ?/, '').trim())
}
