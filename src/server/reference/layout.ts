import { escaped, type Html } from './html.ts'

export interface Layout {
  readonly title: string
  /** What leads from the page to the folder in which /graphql stands: '' or '../'. */
  readonly root: string
  /** The places of the page that its contents list, in groups. */
  readonly contents: readonly Contents[]
  /** Whether there is an explorer to link to. */
  readonly hasExplorer: boolean
  readonly body: Html
}

export interface Contents {
  readonly title: string
  /** The ids of the places, which are their names, or pairs of id and name. */
  readonly places: readonly (string | readonly [id: string, name: string])[]
}

const PAGES = [
  ['reference', 'Types'],
  ['reference/examples', 'Examples'],
  ['reference/clients', 'Clients'],
  ['reference/exports', 'Exports'],
  ['reference/ingesting', 'Publishing'],
  ['reference/errors', 'Errors'],
  ['reference/keys', 'Keys'],
  ['reference/limits', 'Limits'],
  ['graphql', 'Explorer'],
] as const

/** A page of the reference. It needs no script; on narrow screens its contents stand at the end, one tap away. */
export function layout({ title, root, contents, hasExplorer, body }: Layout): Html {
  const links = PAGES.filter(([path]) => path !== 'graphql' || hasExplorer).map(([path, name]) => {
    const current = name === title ? ' aria-current="page"' : ''
    return `<a href="${root}${path}"${current}>${name}</a>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)} · disclosure-hub</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}reference/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}reference/style.css">
</head>
<body>
<header>
<a class="home" href="${root || './'}">disclosure-hub</a>
<nav aria-label="Pages">${links.join('\n')}</nav>
${contents.length === 0 ? '' : '<a class="to-contents" href="#contents">Contents</a>'}
</header>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
${contents.length === 0 ? '' : `<nav class="contents" id="contents" aria-label="Contents">\n${contents.map(group).join('\n')}\n</nav>`}
</body>
</html>
`
}

function group({ title, places }: Contents): Html {
  const items = places.map((place) => {
    const [id, name] = typeof place === 'string' ? [place, place] : place
    return `<li><a href="#${escaped(id)}">${escaped(name)}</a></li>`
  })
  return `<h2>${escaped(title)}</h2>\n<ul>${items.join('')}</ul>`
}
