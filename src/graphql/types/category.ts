import { FORMS, type Form } from '../../domain/forms.ts'
import { codesOf, labelOf } from '../../domain/terms.ts'
import {
  CATEGORIES,
  type CategoryCode as Code,
  categoriesOf,
  compareCategory,
  formulaOfCategory,
} from '../../metrics/crosswalk.ts'
import { latestFormTelling, quantityOfCategory } from '../../metrics/quantity.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { listOf } from '../limits.ts'
import { Comparison } from './comparison.ts'
import { FormCode, FormFigure } from './form.ts'
import { SUMS, Sum } from './formula.ts'
import { LanguageCode } from './language.ts'

export const CategoryCode = enumFrom(
  'CategoryCode',
  'Something that the forms count in common, each in rows of its own.',
  CATEGORIES,
)

const CategoryOnForm = builder.objectRef<{ readonly category: Code; readonly form: Form }>('CategoryOnForm').implement({
  description: 'What one form has of a category.',
  fields: (t) => ({
    form: t.expose('form', { type: FormCode, description: 'The form.' }),
    sums: t.field({
      type: [Sum],
      description:
        'What it is made of: the first of these sums of which every figure is stated. Empty when the form does not count it.',
      complexity: listOf(SUMS),
      resolve: ({ category, form }) => [...(formulaOfCategory(category, form) ?? [])],
    }),
    comparison: t.field({
      type: Comparison,
      description: 'How it compares with what another form has of it.',
      args: {
        with: t.arg({
          type: FormCode,
          description: 'The other form; the latest that counts the category when left out.',
        }),
      },
      resolve({ category, form }, { with: other }) {
        const comparedWith = other ?? latestFormTelling(quantityOfCategory(category))
        return { form, comparedWith, ...compareCategory(category, form, comparedWith) }
      },
    }),
  }),
})

/** Something that the forms count in common. */
export const Category = builder.objectRef<Code>('Category').implement({
  description:
    'Something that the forms count in common, each in rows of its own: the crosswalk between them. The figures themselves stay as printed.',
  fields: (t) => ({
    code: t.field({ type: CategoryCode, description: 'The code. Codes are permanent.', resolve: (code) => code }),
    label: t.string({
      description: 'The name.',
      args: { language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the name.' }) },
      resolve: (code, { language }) => labelOf(CATEGORIES[code], language ?? 'ZH'),
    }),
    onForms: t.field({
      type: [CategoryOnForm],
      description: 'What each form has of it, the oldest first.',
      complexity: listOf(codesOf(FORMS).length),
      resolve: (category) => codesOf(FORMS).map((form) => ({ category, form })),
    }),
  }),
})

builder.queryField('categories', (t) =>
  t.field({
    type: [Category],
    description: 'What the forms count in common, in the order of their tables.',
    complexity: listOf(codesOf(CATEGORIES).length),
    resolve: () => [...codesOf(CATEGORIES)],
  }),
)

builder.objectField(FormFigure, 'categories', (t) =>
  t.field({
    type: [CategoryCode],
    description: 'The categories that it is counted in; of a column of the applications table, those of its row.',
    resolve: ({ path, form }) => [...categoriesOf(path, form)],
  }),
)
