import type { Plugin } from 'graphql-yoga'

export interface HealthOptions {
  /** Whether the hub can answer questions now. */
  readonly isReady: () => Promise<boolean>
}

const answer = (Answer: typeof Response, status: number, word: string) =>
  new Answer(`${word}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

/** Phase: request, before GraphQL. `/health` answers while the process is up; `/ready` while it can also answer questions. */
export function health({ isReady }: HealthOptions): Plugin {
  return {
    async onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname === '/health') endResponse(answer(fetchAPI.Response, 200, 'up'))
      if (url.pathname !== '/ready') return
      const ready = await isReady().catch(() => false)
      endResponse(ready ? answer(fetchAPI.Response, 200, 'ready') : answer(fetchAPI.Response, 503, 'not ready'))
    },
  }
}
