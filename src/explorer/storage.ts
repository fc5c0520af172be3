/** Where GraphiQL keeps its history. It stores the request headers along, whatever `shouldPersistHeaders` says. */
const HISTORY = ['graphiql:queries', 'graphiql:favorites']

/** The browser's storage for all but request headers: they hold a key, which must not outlive the page. */
export const storageWithoutHeaders = {
  get length() {
    return localStorage.length
  },
  clear: () => localStorage.clear(),
  getItem: (name: string) => localStorage.getItem(name),
  removeItem: (name: string) => localStorage.removeItem(name),
  setItem: (name: string, value: string) =>
    localStorage.setItem(name, HISTORY.includes(name) ? withoutHeaders(value) : value),
}

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json, (key, value) => (key === 'headers' ? undefined : value)))
}
