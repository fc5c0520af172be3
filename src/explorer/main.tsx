import 'graphiql/setup-workers/vite'
// GraphiQL's own style.css holds 300 kB of fonts without Chinese characters, and the editor's styles a second time.
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './explorer.css'
import { createRoot } from 'react-dom/client'
import type { Example } from './example.ts'
import { Explorer } from './explorer.tsx'

const examples: readonly Example[] = JSON.parse(element('examples').textContent)

// The page stands at the API's own address, whatever that is.
const endpoint = location.origin + location.pathname
createRoot(element('explorer')).render(<Explorer endpoint={endpoint} examples={examples} />)

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no element #${id}: index.html and main.tsx differ.`)
  return found
}
