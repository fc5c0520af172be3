import { Marked } from 'marked'

/** HTML that may stand in a page as it is. */
export type Html = string

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML. */
export const escaped = (text: string): Html => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)

/** Where a link of the repository's documents leads among the pages; undefined where it leads out of them. */
const PAGES: Readonly<Record<string, string>> = {
  'clients.md': 'clients',
  'export.md': 'exports',
  'errors.md': 'errors',
  'keys.md': 'keys',
  'limits.md': 'limits',
}

/** The place of a section within its page. */
export const placeOf = (heading: string) => heading.replace(/\W+/g, '-')

const marked = new Marked({
  renderer: {
    // The documents' own title is that of the page, and each section can be linked to.
    heading({ tokens, depth, text }) {
      if (depth === 1) return ''
      const id = placeOf(text)
      return `<h${depth} id="${escaped(id)}"><a href="#${escaped(id)}">${this.parser.parseInline(tokens)}</a></h${depth}>\n`
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      const page = PAGES[href] ?? (/^(https:|#)/.test(href) ? href : undefined)
      return page === undefined ? words : `<a href="${escaped(page)}">${words}</a>`
    },
    table(token) {
      const cells = (row: typeof token.header, tag: 'th' | 'td') =>
        row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')
      const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')
      return `<div class="wide"><table><thead><tr>${cells(token.header, 'th')}</tr></thead>\n<tbody>${rows}</tbody></table></div>\n`
    },
    // Descriptions are text: a "<" in one is a "<".
    html: ({ text }) => escaped(text),
  },
})

/** Markdown of the documents and of descriptions as HTML. */
export const blocks = (markdown: string): Html => marked.parse(markdown, { async: false })

/** The same, within a line. */
export const inline = (markdown: string): Html => marked.parseInline(markdown, { async: false })
