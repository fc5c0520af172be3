import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { GraphiQL } from 'graphiql'
import { useMemo } from 'react'
import type { Example } from './example.ts'
import { examplesPlugin } from './examples-plugin.tsx'
import { fetcherFor } from './fetcher.ts'
import { storageWithoutHeaders } from './storage.ts'

/** A comment, so that nothing is sent until the user writes a key; valid because the headers are JSON with comments. */
const HEADERS = `{
  // Only mutations need a key:
  // "Authorization": "Bearer hub_…"
}`

/** How many of the saved queries are tabs on the first visit: more would hide each other's names. */
const TABS = 5

/** GraphiQL on the hub's API: the first saved queries are its tabs on the first visit, and all of them a list at its side. */
export function Explorer({ endpoint, examples }: { endpoint: string; examples: readonly Example[] }) {
  const fetcher = useMemo(() => fetcherFor(endpoint), [endpoint])
  const plugins = useMemo(() => [examplesPlugin(examples), HISTORY_PLUGIN], [examples])
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      {...firstTabs(examples)}
      defaultHeaders={HEADERS}
      defaultEditorToolsVisibility={false}
      // Headers hold a key: it lives as long as the page.
      shouldPersistHeaders={false}
      storage={storageWithoutHeaders}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <span className="hub-name">disclosure-hub</span>
        <a className="hub-reference" href="reference">
          Reference
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}

/** On the first visit the first examples, later the tabs that the user left; `?query=…` in the address is added in front. */
function firstTabs(examples: readonly Example[]) {
  const linked = new URLSearchParams(location.search).get('query')
  const isFirstVisit = localStorage.getItem('graphiql:tabState') === null
  if (!isFirstVisit) return linked === null ? {} : { initialQuery: linked }
  const queries = examples.slice(0, TABS).map(({ query }) => query)
  const tabs = linked === null ? queries : [linked, ...queries]
  return tabs.length === 0 ? {} : { defaultTabs: tabs.map((query) => ({ query })) }
}
