import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net'
import { LIMITS } from '../graphql/limits.ts'

/** A server of node:http that gives up whoever is slow, and that parts from its clients without cutting off what is on its way. */
export interface HttpServer {
  /** Whether it was told to close. */
  readonly isClosing: boolean
  /** Listens, and resolves to the address. Port 0 is any free one. */
  listen(at: { readonly port: number; readonly host?: string }): Promise<string>
  /**
   * Lets nobody new in, answers what comes on open connections for a moment, lets requests under way finish, and cuts off what is left after `patience`
   * milliseconds.
   */
  close(patience: number): Promise<void>
}

export interface HttpServerOptions {
  /** Answers a request. What it throws ends the connection: its sender has gone. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Milliseconds in which a request has to be there. */
  readonly timeout: number
  /** Whether the request may take as long as it takes, as long as something comes. */
  readonly mayTakeLong: (request: IncomingMessage) => boolean
}

/**
 * Milliseconds that a connection is kept for a next request. Proxies keep theirs for a minute: the side that may send the next request has to be the
 * first to close, or a request meets a closed connection.
 */
const KEEP_ALIVE = 75_000

/** Milliseconds in which a server that closes still takes requests on connections that are open, and tells their senders that it was the last. */
const LAST_REQUESTS = 500

/** Milliseconds after which it waits no longer for a first request: browsers open connections in advance. */
const FIRST_REQUEST = 1_000

export function openHttpServer({ answer, timeout, mayTakeLong }: HttpServerOptions): HttpServer {
  let isClosing = false
  const underWay = new Set<ServerResponse>()
  const connections = new Set<Socket>()
  /** Whose clients are told that they are closed. */
  const parting = new WeakSet<Socket>()

  /** Clients that keep connections open would send their next request into nothing: the answer says so in a header (RFC 9112, section 9.6). */
  function part(response: ServerResponse): void {
    if (response.headersSent) return
    response.shouldKeepAlive = false
    parting.add(response.req.socket)
  }

  // Whoever sends his request drop by drop is given up as well.
  const server = createServer(
    {
      requestTimeout: 0,
      headersTimeout: timeout,
      keepAliveTimeout: KEEP_ALIVE,
      maxHeaderSize: LIMITS.headerBytes.most,
    },
    async (request, response) => {
      // What follows on such a connection is not looked at.
      if (parting.has(request.socket)) return
      if (mayTakeLong(request)) request.setTimeout(timeout, () => request.destroy())
      else giveUpSlow(request, timeout)
      underWay.add(response.once('close', () => underWay.delete(response)))
      if (isClosing) part(response)
      try {
        await answer(request, response)
      } catch {
        // The sender has gone before all of the request was there.
        response.destroy()
      }
    },
  )
  server.on('connection', (socket) => connections.add(socket.once('close', () => connections.delete(socket))))

  /** @param unasked also those on which nothing was ever sent, which are not idle to node:http. */
  function closeIdle(unasked: boolean): void {
    // To node:http a connection is idle when its answer was written, and some of that may still be on its way.
    const isGoingOut = [...underWay].some((response) => response.writableEnded && !response.writableFinished)
    if (!isGoingOut) server.closeIdleConnections()
    if (!unasked) return
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy()
  }

  return {
    get isClosing() {
      return isClosing
    },
    async listen({ port, host = '127.0.0.1' }) {
      await listening(server, port, host)
      const { address, family, port: given } = server.address() as AddressInfo
      return `http://${family === 'IPv6' ? `[${address}]` : address}:${given}`
    },
    async close(patience) {
      isClosing = true
      for (const response of underWay) part(response)
      // The method of node:http would close idle connections at once: on some of them a request is on its way.
      const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve))
      // Clients keep connections open for a next request: each goes when its answer is out, or when none has come for a moment.
      const began = performance.now()
      const sweep = setInterval(() => {
        // What has arrived is read before that, also where this comes late.
        setImmediate(closeIdle, performance.now() - began >= FIRST_REQUEST)
      }, LAST_REQUESTS)
      const cut = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearInterval(sweep)
      clearTimeout(cut)
      // It looks after its connections no longer.
      server.close()
    },
  }
}

function giveUpSlow(request: IncomingMessage, milliseconds: number): void {
  const timer = setTimeout(() => request.complete || request.destroy(), milliseconds)
  const done = () => clearTimeout(timer)
  request.once('end', done).once('close', done)
}

function listening(server: NetServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
