import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The published reports, their hand-checked figures and the catalogue stand beside the project, not in it. Tests that read
 * them are skipped, with a message, where the folder is missing.
 */
const SHARED = join(import.meta.dirname, '../../shared')

/** Whether the folder is there; says so once per test file when it is not. */
export const hasSharedFolder = existsSync(join(SHARED, 'catalog.json'))
if (!hasSharedFolder) console.warn(`Skipped: tests that read ${SHARED}, which is not there.`)

export const sharedPath = (path: string): string => join(SHARED, path)

export const readShared = (path: string): Promise<Buffer> => readFile(sharedPath(path))

/** The JSON of a file of the folder; the caller says what it holds. */
export const readSharedJson = async <T>(path: string): Promise<T> =>
  JSON.parse((await readShared(path)).toString('utf8'))

/** The five published reports, by the names of their files. */
export const REPORTS = ['chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'] as const
