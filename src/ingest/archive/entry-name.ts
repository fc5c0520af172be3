/** The name of an entry as its archive has it → a path that leads nowhere but down, with slashes and without what cannot be printed. */
export function safePath(name: string): string {
  const segments = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((segment) => segment.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '_'))
  return segments.filter((segment) => !['', '.', '..'].includes(segment)).join('/')
}

/** What operating systems and programs leave beside documents: no file of anybody's. */
export function isHidden(path: string): boolean {
  return path
    .split('/')
    .some((segment) => /^\.|^~\$|^__MACOSX$/.test(segment) || ['Thumbs.db', 'desktop.ini'].includes(segment))
}

/** A name in bytes: in UTF-8, or as programs of China write it, in GB18030. */
export function decodedName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
