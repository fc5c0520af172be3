import { describe, expect, it } from 'vitest'
import { agencyKindOf, agencyNameOf } from '../../src/domain/agency.ts'

const DAXING = { name: '大兴区', fullName: '北京市大兴区' }

describe('agencyNameOf', () => {
  it.each(['大兴区司法局', '北京市大兴区司法局', '区司法局', '司法局'])(
    '%s is one body, however it is shortened',
    (name) => {
      expect(agencyNameOf({ kind: 'DEPARTMENT', name }, DAXING)).toBe('北京市大兴区司法局')
    },
  )

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
  ])('%s: %s', (name, kind) => expect(agencyKindOf(name, DAXING)).toBe(kind))
})
