import { GraphQLDate, GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { builder } from '../builder.ts'
import { figurePathOf } from '../figure-path-input.ts'
import { badUserInput, shown } from '../refusals.ts'
import { isFile } from '../upload.ts'

builder.addScalarType('Date', GraphQLDate, { description: 'A day, ISO 8601: `2021-12-31`.' })
builder.addScalarType('DateTime', GraphQLDateTime, {
  description: 'A moment, ISO 8601, in UTC: `2022-03-31T08:00:00.000Z`.',
})
builder.addScalarType('JSON', GraphQLJSON, { description: 'Any JSON value.' })

builder.scalarType('Decimal', {
  description: 'A decimal number in plain digits, as a string so that no digit is lost: `"28130.0902"`, `"-15"`.',
  serialize: String,
  parseValue: (value) => {
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return value
    throw badUserInput(`Expected a decimal number in plain digits as a string, like "28130.0902", got ${shown(value)}.`)
  },
})

builder.scalarType('FigurePath', {
  description:
    'The one address of a figure, the same in every report of every form: `applications.REFUSED_STATE_SECRET.NATURAL_PERSON`, `litigation.AFTER_REVIEW.PENDING`. `forms` lists them all.',
  serialize: String,
  parseValue: figurePathOf,
})

builder.scalarType('Upload', {
  description:
    'A file, sent as the GraphQL multipart request specification tells (https://github.com/jaydenseric/graphql-multipart-request-spec).',
  serialize: () => {
    throw new TypeError('An upload is only ever an input.')
  },
  parseValue: (value) => {
    if (isFile(value)) return value
    throw badUserInput('Expected a file as a part of a multipart request, got something else.')
  },
})
