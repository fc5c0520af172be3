import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Entry, tarGzOf, zipOf } from '../archive/make-archives.ts'

const SAMPLE = readFileSync(new URL('../../../samples/daxing-2020.txt', import.meta.url), 'utf8')

/** A district and a year: a report of its own. */
export interface Subject {
  readonly fullName: string
  readonly name: string
  readonly year: number
}

/** So many different subjects, none of which is a sample. */
export function subjectsOf(districts: readonly Omit<Subject, 'year'>[], count: number, firstYear: number): Subject[] {
  return Array.from({ length: count }, (_, at) => ({
    ...districts[at % districts.length]!,
    year: firstYear + Math.floor(at / districts.length),
  }))
}

/** The report of a subject: a whole one, with all figures of the form. */
export const documentOf = ({ fullName, name, year }: Subject): string =>
  SAMPLE.replaceAll('北京市大兴区', fullName).replaceAll('大兴区', name).replaceAll('2020', `${year}`)

/** Writes the documents into a folder: a third as files in folders, a third into ZIP archives, a third into tar archives. */
export async function writeDocuments(folder: string, subjects: readonly Subject[]): Promise<void> {
  const entries: Entry[] = subjects.map((subject) => ({
    name: `${subject.year}/${subject.fullName}.txt`,
    content: documentOf(subject),
  }))
  const thirds = [0, 1, 2].map((third) => entries.filter((_, at) => at % 3 === third))
  for (const [at, { name, content }] of thirds[0]!.entries()) {
    const below = join(folder, `files ${Math.floor(at / 500)}`)
    await mkdir(below, { recursive: true })
    await writeFile(join(below, String(name).replaceAll('/', ' ')), content)
  }
  for (let from = 0; from < thirds[1]!.length; from += 250) {
    await writeFile(join(folder, `${from}.zip`), zipOf(thirds[1]!.slice(from, from + 250)))
  }
  for (let from = 0; from < thirds[2]!.length; from += 250) {
    await writeFile(join(folder, `${from}.tar.gz`), tarGzOf(thirds[2]!.slice(from, from + 250).map(asciiName)))
  }
}

// The head of a tar entry has a hundred bytes for its name.
const asciiName = (entry: Entry, at: number): Entry => ({ ...entry, name: `${at}.txt` })
