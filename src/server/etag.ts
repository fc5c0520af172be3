import { createHash } from 'node:crypto'

/**
 * A weak entity tag: two answers with the same tag say the same. Proxies that compress leave weak tags alone.
 * @param parts all that the answer depends on.
 */
export function etagOf(...parts: readonly (string | Buffer)[]): string {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(`${part.length}:`).update(part)
  return `W/"${digest.digest('base64url').slice(0, 22)}"`
}

/** Whether the caller holds the answer of this tag, as `If-None-Match` tells. */
export const holds = (request: Request, etag: string): boolean =>
  isAmong(request.headers.get('if-none-match') ?? '', etag)

/** Whether a tag is among those that `If-None-Match` lists. A proxy may have made the tag a strong one, or back. */
export function isAmong(list: string, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return list.split(',').some((tag) => opaque(tag) === opaque(etag))
}
