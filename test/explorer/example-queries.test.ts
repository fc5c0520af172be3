import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

test('one-district and the like come first, the others in order of their names, files of other kinds are left out', () => {
  const files = {
    'z.graphql': '{ z }',
    'search.graphql': '{ s }',
    'one-district.graphql': '{ o }',
    'a.graphql': '{ a }',
    'about.md': 'not a query',
  }
  expect(readExamples(folderWith(files)).map(({ name }) => name)).toEqual(['one-district', 'search', 'a', 'z'])
})

test('the first line of the comment at the top is the title, the others the description', () => {
  const query = '# One district\n#\n# Its reports,\n# newest first.\nquery OneDistrict {\n  # inside\n  a\n}\n'
  expect(readExamples(folderWith({ 'one-district.graphql': query }))).toEqual([
    { name: 'one-district', title: 'One district', description: 'Its reports, newest first.', query },
  ])
})

test('without a comment the title is the name of the file', () => {
  expect(readExamples(folderWith({ 'a.graphql': '{ a }' }))).toEqual([
    { name: 'a', title: 'a', description: '', query: '{ a }' },
  ])
})

test('Windows line ends do not reach the title', () => {
  expect(readExamples(folderWith({ 'a.graphql': '# One\r\n{ a }' }))[0]).toMatchObject({
    title: 'One',
    description: '',
  })
})
