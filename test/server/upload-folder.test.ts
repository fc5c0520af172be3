import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { makeUploadFolder, removeAbandonedUploads } from '../../src/server/upload-folder.ts'

it('removes what killed processes left a day ago, and nothing else', async () => {
  const within = await mkdtemp(join(tmpdir(), 'uploads-'))
  const underWay = await makeUploadFolder(within)
  const left = await makeUploadFolder(within)
  await writeFile(join(left, 'sent'), 'half a file')
  const other = join(within, 'somebody-elses')
  await mkdir(other)
  const dayBefore = new Date(Date.now() - 25 * 60 * 60 * 1_000)
  for (const folder of [left, other]) await utimes(folder, dayBefore, dayBefore)

  expect(await removeAbandonedUploads(within)).toBe(1)
  expect((await readdir(within)).sort()).toEqual([basename(underWay), 'somebody-elses'].sort())
  expect(await removeAbandonedUploads(within)).toBe(0)
  await rm(within, { recursive: true })
})
