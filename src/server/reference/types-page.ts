import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
} from 'graphql'
import { blocks, escaped, type Html, inline } from './html.ts'
import { layout } from './layout.ts'

/** The kinds of types, in the order of the page. */
const KINDS: readonly (readonly [title: string, is: (type: GraphQLNamedType) => boolean])[] = [
  ['Objects', isObjectType],
  ['Interfaces', isInterfaceType],
  ['Unions', isUnionType],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Scalars', isScalarType],
]

/** Every type with its fields, arguments and values, as the schema describes them. */
export function typesPage(schema: GraphQLSchema, hasExplorer: boolean): Html {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type != null,
  )
  const isRoot = (type: GraphQLNamedType) => roots.some((root) => root.name === type.name)
  const groups = KINDS.map(([title, is]) => ({ title, types: types.filter((type) => is(type) && !isRoot(type)) }))
  const uses = usesOf(types)
  const sections = [
    ...roots.map((type) => typeSection(type, uses)),
    ...groups.flatMap((group) => [`<h2>${group.title}</h2>`, ...group.types.map((type) => typeSection(type, uses))]),
  ]
  const introduction = blocks(
    'Every type of the schema, with its fields and arguments. `!` is never null, `[…]` a list. Tools read the schema itself from [schema.graphql](#schema).',
  ).replace('#schema', 'reference/schema.graphql')
  return layout({
    title: 'Types',
    root: '',
    hasExplorer,
    contents: [
      ...roots.map((type) => ({
        title: type.name,
        places: Object.keys(type.getFields()).map((field) => [`${type.name}.${field}`, field] as const),
      })),
      ...groups.map((group) => ({ title: group.title, places: group.types.map(({ name }) => name) })),
    ],
    body: [introduction, ...sections].join('\n'),
  })
}

function typeSection(type: GraphQLNamedType, uses: ReadonlyMap<string, readonly string[]>): Html {
  const oneOf = isInputObjectType(type) && type.isOneOf ? '<p class="note">Exactly one of its fields is given.</p>' : ''
  return `<section class="type" id="${type.name}">
<h3><a href="#${type.name}">${type.name}</a></h3>
${blocks(type.description ?? '')}${oneOf}${related(type, uses)}${members(type)}
</section>`
}

/** What the type is part of, and where it comes from. */
function related(type: GraphQLNamedType, uses: ReadonlyMap<string, readonly string[]>): Html {
  const lists: [string, readonly string[]][] = [
    ['Implements', isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map(({ name }) => name) : []],
    ['One of', isUnionType(type) ? type.getTypes().map(({ name }) => name) : []],
    ['Found at', uses.get(type.name) ?? []],
  ]
  return lists
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => {
      const links = names.map((name) => `<a href="#${name}"><code>${name}</code></a>`)
      const all = `${title} ${links.join(', ')}`
      // A type that is everywhere would hide its own fields.
      return links.length <= 8
        ? `<p class="related">${all}</p>`
        : `<details class="related"><summary>${title} ${links.length} places</summary>${links.join(', ')}</details>`
    })
    .join('\n')
}

function members(type: GraphQLNamedType): Html {
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name, description, deprecationReason }) => {
      const id = `${type.name}.${name}`
      return `<dt id="${id}"><a class="name" href="#${id}"><code>${name}</code></a></dt><dd>${described(description, deprecationReason)}</dd>`
    })
    return `<dl class="values">${values.join('\n')}</dl>`
  }
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => fieldEntry(type.name, field))
    return `<dl>${fields.join('\n')}</dl>`
  }
  return ''
}

function fieldEntry(typeName: string, field: GraphQLField<unknown, unknown> | GraphQLInputField): Html {
  const id = `${typeName}.${field.name}`
  const args = 'args' in field ? field.args : []
  const list = args.map(
    (argument) =>
      `<li><code>${escaped(argument.name)}: ${typeLink(argument.type)}${byDefault(argument)}</code> ${described(argument.description, argument.deprecationReason)}</li>`,
  )
  const value = 'args' in field ? '' : byDefault(field)
  return `<dt id="${id}"><a class="name" href="#${id}"><code>${escaped(field.name)}</code></a><code>${args.length > 0 ? '(…)' : ''}: ${typeLink(field.type)}${value}</code></dt>
<dd>${described(field.description, field.deprecationReason)}${list.length > 0 ? `<ul class="arguments">${list.join('')}</ul>` : ''}</dd>`
}

/** The type as it is written, with its name a link. */
function typeLink(type: GraphQLType): Html {
  const { name } = getNamedType(type)
  return escaped(String(type)).replace(name, `<a href="#${name}">${name}</a>`)
}

function byDefault({ defaultValue, type }: GraphQLArgument | GraphQLInputField): Html {
  const written = defaultValue === undefined ? null : astFromValue(defaultValue, type)
  return written == null ? '' : ` = ${escaped(print(written))}`
}

function described(description: string | null | undefined, deprecationReason: string | null | undefined): Html {
  const deprecated =
    deprecationReason == null ? '' : `<span class="deprecated">Deprecated: ${inline(deprecationReason)}</span> `
  return deprecated + inline(description ?? '')
}

/** For each type, the fields and arguments that are of it. */
function usesOf(types: readonly GraphQLNamedType[]): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>()
  const note = (ofType: GraphQLType, place: string) => {
    const type = getNamedType(ofType)
    if (isScalarType(type)) return
    const places = uses.get(type.name) ?? []
    if (!places.includes(place)) uses.set(type.name, [...places, place])
  }
  for (const type of types) {
    if (!(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) continue
    for (const field of Object.values(type.getFields())) {
      const place = `${type.name}.${field.name}`
      note(field.type, place)
      for (const argument of 'args' in field ? field.args : []) note(argument.type, place)
    }
  }
  return uses
}
