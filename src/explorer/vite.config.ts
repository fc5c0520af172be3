import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/**
 * Builds the explorer into dist/explorer: index.html and, beside it, explorer/ with every other file under a hashed name.
 * The folder mirrors the addresses, so that all links are relative and the page works behind any path prefix.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  plugins: [compressed()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/explorer',
    emptyOutDir: true,
    assetsDir: 'explorer',
    // No data: addresses for fonts and icons: the page's policy allows fonts from the server only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The editor is one chunk of 2.8 MB (0.5 MB compressed), loaded once and kept by the browser for a year.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      onLog(level, log, report) {
        // Libraries compiled for React mark functions with "use no memo"; the mark means nothing after bundling.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
})

/** Writes a gzip and a Brotli copy beside every asset, one after the other to spare memory: the server never compresses them. */
function compressed(): Plugin {
  const brotli = promisify(brotliCompress)
  const zip = promisify(gzip)
  // Quality 9 is within 10 % of the best in a tenth of its time.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return {
    name: 'compressed',
    async writeBundle({ dir = '.' }, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('.html')) continue
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        const path = join(dir, file.fileName)
        await writeFile(`${path}.br`, await brotli(content, { params }))
        await writeFile(`${path}.gz`, await zip(content, { level: 9 }))
      }
    },
  }
}
