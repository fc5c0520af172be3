/** A file in an archive, before it is unpacked. */
export interface ArchivedFile {
  /** As the archive has it. */
  readonly name: string
  /** In bytes, as the archive tells. */
  readonly size: number
  /** False for links and devices. */
  readonly isFile: boolean
  /** What is in it: no more than `size`. */
  readonly read: () => Promise<Buffer>
}
