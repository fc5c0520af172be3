import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What `npm ci` built. */
export const BUILD = join(import.meta.dirname, '../../dist/explorer')

if (!existsSync(join(BUILD, 'index.html'))) {
  throw new Error(`Expected the built explorer in ${BUILD}, found none. Run "npm run explorer".`)
}
