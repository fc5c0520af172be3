/** Whether the value is a file of a multipart request. Asked of its shape: the server's fetch may bring a `File` class of its own. */
export function isFile(value: unknown): value is File {
  return (
    typeof value === 'object' &&
    value !== null &&
    'arrayBuffer' in value &&
    typeof value.arrayBuffer === 'function' &&
    'name' in value
  )
}
