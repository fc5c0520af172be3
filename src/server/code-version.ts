import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/**
 * A digest of all that an answer depends on beside the data: this code, the packages, the schema of the store. Versions kept by hand
 * would be forgotten for a label or a rounding.
 */
export function codeVersion(): string {
  const generated = join('store', 'generated')
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith(generated))
    .sort()
    .map((file) => join('src', file))
  const digest = createHash('sha256')
  for (const file of [...sources, 'package-lock.json', join('prisma', 'schema.prisma')]) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  }
  return digest.digest('hex')
}
