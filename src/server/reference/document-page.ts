import { blocks, type Html, placeOf } from './html.ts'
import { type Contents, layout } from './layout.ts'

/** A document of the repository as a page: each section can be linked to. */
export function documentPage(title: string, markdown: string, hasExplorer: boolean): Html {
  const contents: Contents[] = []
  let places: (readonly [id: string, name: string])[] = []
  for (const [, marks, name = ''] of markdown.matchAll(/^(##|###) (.+)$/gm)) {
    if (marks === '##') {
      places = []
      contents.push({ title: name, places })
    } else {
      places.push([placeOf(name), name])
    }
  }
  const sections = contents.filter((group) => group.places.length > 0)
  return layout({ title, root: '../', contents: sections, hasExplorer, body: blocks(markdown) })
}
