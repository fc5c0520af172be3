import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/parse/formats/plain-text.ts'
import { keepColumns } from '../../../src/parse/stages/keep-columns.ts'

const HEADS = [
  '\t\t自然人\t法人或其他组织\t\t\t\t\t总计\t',
  '\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t备注',
]

const rowsOf = (...rows: string[]) =>
  keepColumns(linesOf([...HEADS, ...rows].join('\n')))
    .lines.filter(({ isRow }) => isRow)
    .map(({ cells }) => cells.map(({ plain }) => plain).join('|'))

describe('a table that keeps the places that merged cells cover', () => {
  it('has its values below its heads, and empty cells for those that are blank', () => {
    expect(
      rowsOf(
        '上年结转政府信息公开申请数量\t\t\t5\t\t\t\t\t5\t',
        '不予公开\t属于国家秘密\t\t\t\t\t\t\t\t无',
        '\t重复申请\t2\t\t\t\t\t1\t3\t',
      ),
    ).toEqual(['上年结转政府信息公开申请数量||5|||||5', '不予公开|属于国家秘密|||||||', '重复申请|2|||||1|3'])
  })

  it('gives no row whose label stands below a head, or that has a value behind the last', () => {
    expect(rowsOf('\t\t重复申请\t2\t\t\t\t\t2\t', '\t重复申请\t2\t\t\t\t\t\t2\t7')).toEqual([])
  })

  it('ends with a line of another width', () => {
    expect(rowsOf('重复申请\t2', '\t属于国家秘密\t2\t\t\t\t\t\t2\t')).toEqual([])
  })

  it('tells the columns of proactive disclosure, too, where no row speaks against it', () => {
    const heads = '信息内容\t\t上一年项目数量\t本年增/减\t处理决定数量'
    const rows = ['行政许可\t\t\t7\t', '其他对外管理服务事项\t行政检查\t1\t\t3']
    expect(rowsOf('', heads, ...rows)).toEqual(['行政许可||7|', '其他对外管理服务事项|行政检查|1||3'])
    expect(rowsOf('', `${heads.replace('\t\t', '\t')}\t`, ...rows)).toEqual([])
  })
})
