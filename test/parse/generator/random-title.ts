import fc from 'fast-check'
import { DISTRICTS } from '../../../src/domain/district-registry.ts'
import { chineseDigits } from './chinese-numeral.ts'

/** Who reports, on what year, and the title that says so. */
export interface PrintedTitle {
  /** The six digits of the district. */
  readonly district: string
  readonly year: number
  readonly text: string
}

/** 三沙市 has islands that are no counties. */
const COUNTIES = DISTRICTS.filter(
  ({ level, current, name }) => level === 'COUNTY' && current && /[市区县旗]$/.test(name),
)

const SHAPES: readonly ((place: string, year: number) => string)[] = [
  (place, year) => `${place}人民政府${year}年政府信息公开工作年度报告`,
  (place, year) => `${place}人民政府${year}年度政府信息公开工作年度报告`,
  (place, year) => `${year}年${place}人民政府政府信息公开工作年度报告`,
  (place, year) => `${place}人民政府政府信息公开工作${year}年度报告`,
  (place, year) => `${place}${year}年政府信息公开工作年度报告`,
  (place, year) => `${place}人民政府 ${year} 年政府信息公开工作年度报告`,
  (place, year) => `${place}人民政府${chineseDigits(year)}年政府信息公开工作年度报告`,
  (place, year) => `${place}人民政府办公室关于${year}年政府信息公开工作情况的报告`,
  (place, year) => `${place}人民政府\n${year}年政府信息公开工作年度报告`,
  (place, year) => `${place}人民政府${year}年政府信息公开工作年度报告（全文）`,
]

/** Titles of the governments of districts that there are, with the place as it is commonly cited: 北京市大兴区. */
export function randomTitle(year: number): fc.Arbitrary<PrintedTitle> {
  return fc.tuple(fc.constantFrom(...COUNTIES), fc.constantFrom(...SHAPES)).map(([{ code, fullName }, shape]) => {
    return { district: code, year, text: shape(fullName, year) }
  })
}
