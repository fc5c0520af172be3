import cliProgress from 'cli-progress'
import type { SendListener } from './send-files.ts'

/** Milliseconds between two lines, where there is no terminal. */
const BETWEEN_LINES = 5_000

/** How far files are, on standard error: as a bar on a terminal, and otherwise in a line now and then. */
export function ingestProgress(isTerminal: boolean): SendListener & { end(): void } {
  if (!isTerminal) {
    let last = Date.now()
    const line = (text: string) => {
      if (Date.now() - last < BETWEEN_LINES) return
      last = Date.now()
      console.error(text)
    }
    return {
      sent: (files, of) => line(`${files} of ${of} files sent`),
      progress: ({ done, failed, total, rate }) =>
        line(
          `${done + failed} of ${total} worked off, ${failed} refused${rate === null ? '' : `, ${rate.toFixed(1)} in a second`}`,
        ),
      end: () => undefined,
    }
  }
  const bar = new cliProgress.SingleBar({
    format: '{what} {bar} {value}/{total} {rate}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  })
  let what = ''
  const show = (name: string, value: number, total: number, rate: string) => {
    if (what !== name) {
      if (what !== '') bar.stop()
      bar.start(total, value, { what: name, rate })
      what = name
    }
    bar.setTotal(total)
    bar.update(value, { what: name, rate })
  }
  return {
    sent: (files, of) => show('sent      ', files, of, ''),
    progress: ({ done, failed, total, rate }) =>
      show('worked off', done + failed, total, rate === null ? '' : `${rate.toFixed(1)}/s`),
    end: () => bar.stop(),
  }
}
