import { describe, expect, it } from 'vitest'
import { agencyKindOf, agencyNameOf, namesAnotherPlace } from '../../src/domain/agency.ts'

const DAXING = { name: '大兴区', fullName: '北京市大兴区' }

describe('agencyNameOf', () => {
  it.each(['大兴区司法局', '北京市大兴区司法局', '区司法局', '司法局'])(
    '%s is one body, however it is shortened',
    (name) => {
      expect(agencyNameOf({ kind: 'DEPARTMENT', name }, DAXING)).toBe('北京市大兴区司法局')
    },
  )

  it.each([
    ['DEPARTMENT', '市场监督管理局', '北京市大兴区市场监督管理局'],
    ['DEPARTMENT', '区政府办', '北京市大兴区人民政府办公室'],
    ['DEPARTMENT', '大兴区政府办公室', '北京市大兴区人民政府办公室'],
    ['DEPARTMENT', '大兴区人民政府合作交流办公室', '北京市大兴区合作交流办公室'],
    ['STREET', '大兴区清源街道', '北京市大兴区清源街道办事处'],
    ['STREET', '大兴区人民政府清源街道办事处', '北京市大兴区清源街道办事处'],
    ['STREET', '新光街', '北京市大兴区新光街道办事处'],
    ['TOWNSHIP', '黄村镇', '北京市大兴区黄村镇人民政府'],
    ['TOWNSHIP', '新光苏木', '北京市大兴区新光苏木人民政府'],
    ['TOWNSHIP', '大兴区黄村镇政府', '北京市大兴区黄村镇人民政府'],
  ] as const)('%s %s is %s', (kind, name, expected) => expect(agencyNameOf({ kind, name }, DAXING)).toBe(expected))

  it.each(['成都市公安局锦江区分局', '成都市公安局锦江分局', '市公安局锦江分局', '四川省成都市公安局锦江区分局'])(
    "%s is one branch of the city's bureau",
    (name) => {
      const district = { name: '锦江区', fullName: '成都市锦江区' }
      expect(agencyNameOf({ kind: 'DEPARTMENT', name }, district)).toBe('成都市公安局锦江区分局')
    },
  )

  it('knows an autonomous county by its short name', () => {
    const district = { name: '木垒哈萨克自治县', fullName: '昌吉回族自治州木垒哈萨克自治县' }
    expect(agencyNameOf({ kind: 'DEPARTMENT', name: '木垒县水务局' }, district)).toBe(
      '昌吉回族自治州木垒哈萨克自治县水务局',
    )
  })

  it.each(['大兴区人民政府', '北京市大兴区政府', '大兴区'])('%s is the government', (name) => {
    expect(agencyNameOf({ kind: 'GOVERNMENT', name }, DAXING)).toBe('北京市大兴区人民政府')
  })
})

describe('agencyKindOf', () => {
  it.each([
    ['北京市大兴区人民政府', 'GOVERNMENT'],
    ['大兴区政府', 'GOVERNMENT'],
    ['大兴区', 'GOVERNMENT'],
    ['大兴区人民政府办公室', 'DEPARTMENT'],
    ['大兴区市场监督管理局', 'DEPARTMENT'],
    ['大兴区黄村镇人民政府', 'TOWNSHIP'],
    ['大兴区清源街道办事处', 'STREET'],
    ['大兴区清源街道', 'STREET'],
    ['大兴区人民政府清源街道办事处', 'STREET'],
    ['大兴区人民政府国有资产监督管理委员会', 'DEPARTMENT'],
    ['区人民政府', 'GOVERNMENT'],
    ['市场监督管理局', 'DEPARTMENT'],
  ])('%s: %s', (name, kind) => expect(agencyKindOf(name, DAXING)).toBe(kind))
})

describe('namesAnotherPlace', () => {
  it.each(['火星区人民政府', '火星区', '北京市海淀区人民政府', '通州区'])('%s is not of 大兴区', (name) =>
    expect(namesAnotherPlace(name, DAXING)).toBe(true),
  )

  it.each([
    '财政局',
    '区财政局',
    '区人民政府',
    '青云店镇人民政府',
    '大兴区司法局',
    '北京市大兴区人民政府',
    '大兴区',
    '经济开发区',
  ])('%s may be', (name) => expect(namesAnotherPlace(name, DAXING)).toBe(false))

  it('the government of a district is not that of its city', () =>
    expect(namesAnotherPlace('北京市大兴区人民政府', { name: '北京市' })).toBe(true))
})
