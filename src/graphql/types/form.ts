import type { FigurePath } from '../../domain/figure-paths.ts'
import { FIGURE_PATHS, formsOf } from '../../domain/figure-paths.ts'
import { labelOfFigure, unitOfFigure } from '../../domain/figure-terms.ts'
import { FORMS, type Form } from '../../domain/forms.ts'
import { LEGAL_SOURCES, type LegalSource as LegalSourceShape } from '../../domain/legal-sources.ts'
import { codesOf, labelOf } from '../../domain/terms.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { FIGURES_OF_A_FORM, listOf } from '../limits.ts'
import { LanguageCode } from './language.ts'
import { UnitCode } from './unit.ts'

export const FormCode = enumFrom('Form', 'A statutory form of the annual report.', FORMS)

export const LegalSource = builder.objectRef<LegalSourceShape>('LegalSource').implement({
  description: 'A normative document.',
  fields: (t) => ({
    title: t.string({
      description: 'The title.',
      args: { language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the title.' }) },
      resolve: ({ title, titleEn }, { language }) => (language === 'EN' ? titleEn : title),
    }),
    number: t.exposeString('number', { description: 'The document number, as cited.' }),
    issued: t.exposeString('issued', {
      description: 'When it was issued, ISO 8601, as exactly as is known: a day, a month (`2014-06`) or a year.',
    }),
  }),
})

export const FormFigure = builder
  .objectRef<{ readonly path: FigurePath; readonly form: Form }>('FormFigure')
  .implement({
    description: 'A figure that a form asks for.',
    fields: (t) => ({
      path: t.expose('path', { type: 'FigurePath', description: 'The address of the figure.' }),
      unit: t.field({
        type: UnitCode,
        description: 'The unit in which it counts.',
        resolve: ({ path, form }) => unitOfFigure(path, form),
      }),
      label: t.string({
        description: 'What the figure says, in words.',
        args: {
          language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the label.' }),
        },
        resolve: ({ path, form }, { language }) => labelOfFigure(path, form, language ?? 'ZH'),
      }),
    }),
  })

const StatutoryForm = builder.objectRef<Form>('StatutoryForm').implement({
  description: 'A statutory form: what agencies had to report, and by which rule.',
  fields: (t) => ({
    code: t.field({ type: FormCode, description: 'The code.', resolve: (form) => form }),
    label: t.string({
      description: 'The name.',
      args: { language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the name.' }) },
      resolve: (form, { language }) => labelOf(FORMS[form], language ?? 'ZH'),
    }),
    prescribedFrom: t.int({
      description: 'The first year it was prescribed for.',
      resolve: (form) => FORMS[form].prescribedFrom,
    }),
    prescribedTo: t.int({
      nullable: true,
      description: 'The last year it was prescribed for. Null for the form in use.',
      resolve: (form) => FORMS[form].prescribedTo,
    }),
    source: t.field({
      type: LegalSource,
      description: 'The document that prescribes it.',
      resolve: (form) => LEGAL_SOURCES[FORMS[form].source],
    }),
    figures: t.field({
      type: [FormFigure],
      description: 'Every figure that the form asks for.',
      complexity: listOf(FIGURES_OF_A_FORM),
      resolve: (form) => FIGURE_PATHS.filter((path) => formsOf(path).includes(form)).map((path) => ({ path, form })),
    }),
  }),
})

builder.queryField('forms', (t) =>
  t.field({
    type: [StatutoryForm],
    description: 'The statutory forms, the oldest first: the catalogue of all figures.',
    complexity: listOf(codesOf(FORMS).length),
    resolve: () => [...codesOf(FORMS)],
  }),
)
