/** The values that a column may have by which rows are sorted. */
export interface ValueType {
  readonly sqlType: string
  /** Whether the text is such a value: one that is none must not reach the database. */
  readonly accepts: (text: string) => boolean
  /** An expression of the type as text that `accepts` takes again; a cast unless it says otherwise. */
  readonly asText?: (expression: string) => string
}

export const SMALL_INT: ValueType = { sqlType: 'smallint', accepts: (text) => /^\d{1,4}$/.test(text) }
export const INT: ValueType = { sqlType: 'int', accepts: (text) => /^\d{1,9}$/.test(text) }
/** How many there are of something: never less than none. */
export const COUNT: ValueType = { sqlType: 'bigint', accepts: (text) => /^\d{1,15}$/.test(text) }
export const DECIMAL: ValueType = { sqlType: 'numeric', accepts: (text) => /^-?\d{1,60}(\.\d{1,60})?$/.test(text) }
export const TEXT: ValueType = { sqlType: 'text', accepts: (text) => !text.includes('\0') }
export const UUID: ValueType = {
  sqlType: 'uuid',
  accepts: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
}
export const DISTRICT_CODE: ValueType = { sqlType: 'char(6)', accepts: (text) => /^\d{6}$/.test(text) }
export const MOMENT: ValueType = {
  sqlType: 'timestamptz',
  accepts: (text) => /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text,
  asText: (expression) => `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
}

/** A code of a closed list, in the order of its enum. */
export const codeOf = (terms: object, sqlType: string): ValueType => ({
  sqlType,
  accepts: (text) => Object.hasOwn(terms, text),
})
