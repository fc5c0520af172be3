import { expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()

it('finds a district by its code', async () => {
  const data = await hub.dataOf(
    '{ district(code: "110115") { name fullName level current parent { name } ancestors { name } } }',
  )
  expect(data).toEqual({
    district: {
      name: '大兴区',
      fullName: '北京市大兴区',
      level: 'COUNTY',
      current: true,
      parent: { name: '北京市' },
      ancestors: [{ name: '北京市' }],
    },
  })
})
