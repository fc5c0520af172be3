import { UNITS } from '../../domain/units.ts'
import { enumFrom } from '../enum-from.ts'

export const UnitCode = enumFrom('Unit', 'A unit that the forms print.', UNITS)
