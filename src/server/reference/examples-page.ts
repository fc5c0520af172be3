import { Kind, OperationTypeNode, parse } from 'graphql'
import type { Example } from '../plugins/example-queries.ts'
import { documentIdOf, printedExample } from '../trusted-documents.ts'
import { escaped, type Html, inline } from './html.ts'
import { layout } from './layout.ts'

/** The saved queries, each with its id and, where it asks for nothing more, its answer one link away. */
export function examplesPage(examples: readonly Example[], hasExplorer: boolean): Html {
  const introduction = `<p>${inline('Each is a trusted document: ask it by its `documentId` in place of a query, by POST or in the address of a GET, whose answer can be kept. A manifest of your own adds to them.')}</p>`
  return layout({
    title: 'Examples',
    root: '../',
    hasExplorer,
    contents: [{ title: 'Examples', places: examples.map(({ name, title }) => [name, title] as const) }],
    body: [introduction, ...examples.map((example) => exampleSection(example, '../', hasExplorer))].join('\n'),
  })
}

/** One of them. `root` leads to the folder in which /graphql stands. */
export function exampleSection(example: Example, root: string, hasExplorer: boolean): Html {
  const { name, title, description, query } = example
  const id = documentIdOf(printedExample(example))
  const explorer = `<a href="${root}graphql?query=${encodeURIComponent(query)}">open in the explorer</a>`
  const answer = `<a href="${root}graphql?documentId=${id}">see its answer</a>`
  const links = [...(hasExplorer ? [explorer] : []), ...(isAnsweredByLink(query) ? [answer] : [])]
  return `<section class="type" id="${escaped(name)}">
<h3><a href="#${escaped(name)}">${escaped(title)}</a></h3>
<p>${inline(description)}</p>
<p class="related"><code class="id">${id}</code></p>
<p class="related">${links.join(' · ')}</p>
<pre><code>${escaped(query.replace(/^(#.*\n)+/, '').trim())}</code></pre>
</section>`
}

/** A query, for mutations do not come by GET, whose variables all have values. */
function isAnsweredByLink(query: string): boolean {
  return parse(query).definitions.every(
    (definition) =>
      definition.kind !== Kind.OPERATION_DEFINITION ||
      (definition.operation === OperationTypeNode.QUERY &&
        (definition.variableDefinitions ?? []).every(
          ({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined,
        )),
  )
}
