import { printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The schema in the schema language: the text of `schema.graphql`. */
export const printedSchema = () => `${printSchema(schema)}\n`
