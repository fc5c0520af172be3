import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { Kind, parse } from 'graphql'
import type { Example } from './example.ts'

/** The list of saved queries at the side: what each one asks, and one click to open it in a tab. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples examples={examples} /> }
}

function Examples({ examples }: { examples: readonly Example[] }) {
  const { tabs, queryEditor, operationName } = useGraphiQL(({ tabs, queryEditor, operationName }) => ({
    tabs,
    queryEditor,
    operationName,
  }))
  const { addTab, changeTab, setOperationName, setVisiblePlugin, updateActiveTabValues } = useGraphiQLActions()

  function open({ query }: Example): void {
    const opened = tabs.findIndex((tab) => tab.query === query)
    if (opened === -1) {
      // GraphiQL learns what the editor holds a tenth of a second after it has changed. Until then it knows the operation of the tab that was
      // there before, would give its name to the tab that is left here, and leave the new one empty for whoever goes on at once.
      setOperationName(operationIn(queryEditor?.getValue() ?? '', operationName))
      addTab()
      queryEditor?.setValue(query)
      setOperationName(operationIn(query))
      updateActiveTabValues({ query })
    } else {
      changeTab(opened)
    }
    // In a narrow window the list covers the editor; see explorer.css.
    if (matchMedia('(width < 700px)').matches) setVisiblePlugin(null)
  }

  return (
    <section aria-label="Examples">
      <h2 className="hub-examples-title">Examples</h2>
      {examples.length === 0 && <p>The server has no saved queries (folder examples/).</p>}
      <ul className="hub-examples">
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" className="hub-example" onClick={() => open(example)}>
              <strong>{example.title}</strong>
              {example.description !== '' && <span>{withCode(example.description)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The name of the operation that is chosen in a document, or of its first; empty when it has none. */
function operationIn(document: string, chosen?: string): string {
  try {
    const names = parse(document).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? []) : [],
    )
    return names.find((name) => name === chosen) ?? names[0] ?? ''
  } catch {
    // Not finished yet.
    return ''
  }
}

/** Shows what stands between backticks as code. */
function withCode(text: string) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a constant text never move.
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}

function ExamplesIcon() {
  return (
    <svg height="1em" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M7 4h11M7 10h11M7 16h11" />
      <path d="M2 4h2M2 10h2M2 16h2" strokeWidth="2" />
    </svg>
  )
}
