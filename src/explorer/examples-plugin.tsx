import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import type { Example } from './example.ts'

/** The list of saved queries at the side: what each one asks, and one click to open it in a tab. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples examples={examples} /> }
}

function Examples({ examples }: { examples: readonly Example[] }) {
  const { tabs, queryEditor } = useGraphiQL(({ tabs, queryEditor }) => ({ tabs, queryEditor }))
  const { addTab, changeTab, setVisiblePlugin } = useGraphiQLActions()

  function open({ query }: Example): void {
    const opened = tabs.findIndex((tab) => tab.query === query)
    if (opened === -1) {
      addTab()
      queryEditor?.setValue(query)
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
