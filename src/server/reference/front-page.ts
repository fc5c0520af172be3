import type { Example } from '../plugins/example-queries.ts'
import { exampleSection } from './examples-page.ts'
import type { Html } from './html.ts'
import { layout } from './layout.ts'

/** What is where, at the address of the hub itself. */
export function frontPage([first]: readonly Example[], hasExplorer: boolean): Html {
  const places: (readonly [path: string, name: string, about: string])[] = [
    ...(hasExplorer
      ? [['graphql', 'Explorer', 'Ask in the browser: saved queries, completion, documentation.'] as const]
      : []),
    ['reference', 'Types', 'Every type, field and argument of the schema.'],
    ['reference/examples', 'Examples', 'Saved queries, each with its id and its answer.'],
    ['reference/clients', 'Clients', 'How to ask from Apollo Client, urql, Relay and others.'],
    ['reference/exports', 'Exports', 'Reports as JSON Lines, CSV, workbooks or the drawn form.'],
    ['reference/ingesting', 'Publishing', 'How to send reports: one, some, or all there are.'],
    ['reference/errors', 'Errors', 'Every code, what it means and what to do.'],
    ['reference/keys', 'Keys', 'What takes a key, how keys are made and revoked, and how what was done is verified.'],
    ['reference/limits', 'Limits', 'How much can be asked at once, and how to see what a query takes.'],
    ['reference/schema.graphql', 'Schema', 'For tools.'],
    ['health', 'Health', 'Answers while the hub is up; <a href="ready">ready</a> while its database is.'],
  ]
  const list = places.map(([path, name, about]) => `<dt><a href="${path}">${name}</a></dt><dd>${about}</dd>`)
  return layout({
    title: 'disclosure-hub',
    root: '',
    contents: [],
    hasExplorer,
    body: `<p>The annual reports on government-information disclosure of China's districts, as one graph: every figure with its evidence, every
contradiction found and none corrected. Programs ask at <code>/graphql</code>.</p>
<dl class="places">${list.join('\n')}</dl>
${first === undefined ? '' : `<h2>A question to begin with</h2>\n${exampleSection(first, '', hasExplorer)}`}`,
  })
}
