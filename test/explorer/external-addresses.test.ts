import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILD } from './build-folder.ts'

/**
 * The only external addresses that may stand in the built files, and why they are harmless. None is ever loaded: the policy of
 * the page forbids it, and the browser test sees no such request.
 */
const HARMLESS: readonly (readonly [why: string, address: RegExp])[] = [
  [
    'names of XML vocabularies',
    /^http:\/\/www[.]w3[.]org\/(2000\/svg|1999\/x(link|html)|XML\/1998\/namespace|1998\/Math\/MathML)$/,
  ],
  ['names of JSON Schema versions', /^https?:\/\/json-schema[.]org\//],
  [
    'texts of errors and licences',
    /^https:\/\/(react[.]dev\/errors|github[.]com\/(microsoft\/monaco-editor|markedjs|graphql\/graphiql\/tree|brijeshb42|aioutecism)|yarnpkg[.]com\/en\/docs|prettier[.]io\/docs)/,
  ],
  [
    'words of descriptions that GraphQL itself prescribes',
    /^https:\/\/(en[.]wikipedia[.]org\/wiki\/IEEE_floating_point|commonmark[.]org\/)/,
  ],
  [
    "links in dialogs that lead to an editor's manual, for whoever follows them",
    /^https:\/\/code[.]visualstudio[.]com\//,
  ],
  ["the link on GraphiQL's own logo, which the hub replaces", /^https:\/\/github[.]com\/graphql\/graphiql$/],
  ['the base that the editor gives to relative links', /^https:\/\/microsoft[.]com$/],
]

test('no built file names an external address that the page could load', () => {
  const files = ['index.html', ...readdirSync(join(BUILD, 'explorer')).map((name) => `explorer/${name}`)]
  const named = files
    .filter((file) => /[.](html|js|css|svg)$/.test(file))
    .flatMap((file) => {
      // Scheme-relative addresses ("//host/x") count when something quotes them; in code "//" also starts comments.
      const addresses = readFileSync(join(BUILD, file), 'utf8').matchAll(
        /(?:https?|wss?):\/\/[^\s"'`\\)<>$]+|(?<=["'`(])\/\/[a-z0-9-]+[.][a-z]{2,}\/[^\s"'`\\)<>]*/gi,
      )
      return [...addresses].map(([address]) => ({ file, address }))
    })
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ address }) => !HARMLESS.some(([, harmless]) => harmless.test(address)))).toEqual([])
})

test('no style sheet names any address of another server', () => {
  const sheets = readdirSync(join(BUILD, 'explorer')).filter((name) => name.endsWith('.css'))
  const addresses = sheets.flatMap((name) =>
    [...readFileSync(join(BUILD, 'explorer', name), 'utf8').matchAll(/url\(\s*["']?([^"')]*)/g)].map(
      ([, address]) => address!,
    ),
  )
  for (const address of addresses) expect(address).toMatch(/^(data:image\/|[.]\/|#)/)
})
