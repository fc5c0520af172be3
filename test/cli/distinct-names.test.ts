import { expect, it } from 'vitest'
import { distinctNames } from '../../src/cli/distinct-names.ts'

const named = (...files: [path: string, name: string][]) => distinctNames(files.map(([path, name]) => ({ path, name })))
const namesOf = (files: ReturnType<typeof named>) => files.map(({ name }) => name)

it('leaves names that tell files apart', () => {
  expect(namesOf(named(['/in/a.txt', 'a.txt'], ['/in/b.txt', 'b.txt']))).toEqual(['a.txt', 'b.txt'])
})

it('adds the folders that tell files of one name apart, and no more', () => {
  expect(
    namesOf(
      named(
        ['/in/2020/north/report.txt', 'report.txt'],
        ['/in/2021/north/report.txt', 'report.txt'],
        ['/in/x.txt', 'x.txt'],
      ),
    ),
  ).toEqual(['2020/north/report.txt', '2021/north/report.txt', 'x.txt'])
})

it('tells folders of one name apart', () => {
  expect(namesOf(named(['/a/reports/1.txt', 'reports/1.txt'], ['/b/reports/1.txt', 'reports/1.txt']))).toEqual([
    'a/reports/1.txt',
    'b/reports/1.txt',
  ])
})

it('takes a file that was given twice once', () => {
  expect(named(['/in/a.txt', 'a.txt'], ['/in/../in/a.txt', 'a.txt'])).toEqual([
    { path: '/in/../in/a.txt', name: 'a.txt' },
  ])
})
