import { expect, it } from 'vitest'
import { DISTRICTS } from '../../src/domain/district-registry.ts'
import { loadDistricts } from '../../src/store/load-districts.ts'
import { testDatabase } from '../database.ts'

const db = await testDatabase()

it('holds the registry with its hierarchy', async () => {
  const daxing = await db.prisma.district.findUniqueOrThrow({
    where: { code: '110115' },
    include: { parent: true },
  })
  expect(daxing).toMatchObject({ name: '大兴区', fullName: '北京市大兴区', level: 'COUNTY', current: true })
  expect(daxing.parent?.name).toMatch(/北京市|市辖区/)
})

it('writes nothing when nothing changed, in one statement', async () => {
  db.forgetStatements()
  expect(await loadDistricts(db)).toBe(0)
  expect(db.statements).toHaveLength(1)
})

it('writes what changed, and keeps a division that the registry dropped as not current', async () => {
  const without = DISTRICTS.filter(({ code }) => code !== '110115').map((district) =>
    district.code === '110114' ? { ...district, name: 'Changed' } : district,
  )
  expect(await loadDistricts(db, without)).toBe(2)
  expect(await db.prisma.district.findUnique({ where: { code: '110114' } })).toMatchObject({ name: 'Changed' })
  expect(await db.prisma.district.findUnique({ where: { code: '110115' } })).toMatchObject({ current: false })
  expect(await loadDistricts(db)).toBe(2)
})
