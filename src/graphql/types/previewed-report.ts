import { districtByCode } from '../../domain/district-registry.ts'
import { builder } from '../builder.ts'
import type { Preview } from '../content.ts'
import { AgencyKindCode } from './agency.ts'
import { District } from './district.ts'
import { FormCode } from './form.ts'
import { Period } from './period.ts'
import { ReportContent } from './report-content.ts'

/** What a document would say if it were ingested. */
export const PreviewedReport = builder.objectRef<Preview>('PreviewedReport').implement({
  description: 'A document as it was read and judged. Nothing of it is stored.',
  interfaces: [ReportContent],
  fields: (t) => ({
    district: t.field({
      type: District,
      nullable: true,
      description:
        'The district. Null when the document does not tell it beyond doubt: an issue then names the candidates.',
      resolve: ({ report }) => (report.district && districtByCode(report.district.code)) ?? null,
    }),
    agencyName: t.string({
      nullable: true,
      description: 'The name of the agency that issues it, if the document tells.',
      resolve: ({ report }) => report.agency?.name ?? null,
    }),
    agencyKind: t.field({
      type: AgencyKindCode,
      nullable: true,
      description: 'What kind of body issues it, if the document tells.',
      resolve: ({ report }) => report.agency?.kind ?? null,
    }),
    year: t.int({
      nullable: true,
      description: 'The year it reports on, if the document tells.',
      resolve: ({ report }) => report.year,
    }),
    form: t.field({
      type: FormCode,
      nullable: true,
      description: 'The statutory form, as the tables show. Null when no table of a known form was found.',
      resolve: ({ report }) => report.form,
    }),
    title: t.string({
      nullable: true,
      description: 'The title that the document prints.',
      resolve: ({ report }) => report.title,
    }),
    period: t.field({
      type: Period,
      nullable: true,
      description: 'The days that the figures cover, if the document tells.',
      resolve: ({ report }) => report.period,
    }),
  }),
})
