import { completeValue, type MaybePromise } from '@pothos/core'
import { APPLICANTS } from '../../domain/applicants.ts'
import { codesOf } from '../../domain/terms.ts'
import { builder } from '../builder.ts'
import { type ContentHolder, contentOf, figuresAt, outcomesAt } from '../content.ts'
import { textAsked } from '../leaf-lists.ts'
import { FIGURES_OF_A_FORM, LIMITS, listOf, ROWS_OF_A_REPORT } from '../limits.ts'
import { ApplicantCode, ApplicationOutcome, ApplicationRowCode } from './application-outcome.ts'
import { Claim } from './claim.ts'
import { DisclosureItem } from './disclosure-item.ts'
import { Figure } from './figure.ts'
import { selectedCodes } from './filter.ts'
import { Finding } from './finding.ts'
import { FormCode } from './form.ts'
import { Issue } from './issue.ts'
import { Judgement, ReportStatusCode } from './judgement.ts'
import { LitigationResult } from './litigation-result.ts'
import { Period } from './period.ts'
import { ReviewResult } from './review-result.ts'
import { Section } from './section.ts'
import { Share } from './share.ts'
import { UnrecognisedRow } from './unrecognised-row.ts'

/** How many of so many are selected: naming one twice selects no more. */
const among = (all: number, selected: readonly unknown[] | null | undefined) => Math.min(selected?.length ?? all, all)

/** A list as the executor takes it, which changes none: the text of one that is kept is known by the list itself. */
const listed = <Row>(rows: MaybePromise<readonly Row[]>) => rows as MaybePromise<Row[]>

/** What a report says: the same of a stored report, of each of its revisions, and of a preview. */
export const ReportContent = builder.interfaceRef<ContentHolder>('ReportContent').implement({
  description: 'What a report says: of a stored report (its current revision), of a revision, of a preview.',
  fields: (t) => ({
    form: t.field({
      type: FormCode,
      nullable: true,
      description: 'The statutory form, as the tables show. Null when no table of a known form was found.',
    }),
    title: t.string({ nullable: true, description: 'The title that the document prints.' }),
    period: t.field({
      type: Period,
      nullable: true,
      description: 'The days that the figures cover, if the document tells.',
    }),
    figures: t.field({
      type: [Figure],
      description:
        'The figures of all families that the document prints, in the order of the form. With `paths` those that it prints of them, in the order of the paths.',
      args: {
        paths: t.arg({ type: ['FigurePath'], description: 'Only these; all when left out.', validate: selectedCodes }),
      },
      complexity: ({ paths }) => listOf(Math.min(paths?.length ?? FIGURES_OF_A_FORM, LIMITS.selectedCodes.most)),
      resolve: (holder, { paths }, { loaders }) => figuresAt(contentOf(holder, loaders), paths),
    }),
    figure: t.field({
      type: Figure,
      nullable: true,
      description: 'One figure. Null when the document does not print it; a blank cell is printed.',
      args: { path: t.arg({ type: 'FigurePath', required: true, description: 'The address of the figure.' }) },
      resolve: (holder, { path }, { loaders }) =>
        completeValue(figuresAt(contentOf(holder, loaders), [path]), ([figure]) => figure ?? null),
    }),
    disclosureItems: t.field({
      type: [DisclosureItem],
      description: 'The figures of proactive disclosure that the document prints, in the order of the form.',
      complexity: listOf(ROWS_OF_A_REPORT.disclosure),
      resolve: (holder, _args, { loaders }, info) =>
        listed(contentOf(holder, loaders).disclosureItems(textAsked(info))),
    }),
    applicationOutcomes: t.field({
      type: [ApplicationOutcome],
      description: 'The figures of applications that the document prints, in the order of the form.',
      args: {
        rows: t.arg({
          type: [ApplicationRowCode],
          description: 'Only these rows of the table; all when left out.',
          validate: selectedCodes,
        }),
        applicants: t.arg({
          type: [ApplicantCode],
          description: 'Only these columns of the table; all when left out.',
          validate: selectedCodes,
        }),
      },
      complexity: ({ rows, applicants }) =>
        listOf(among(ROWS_OF_A_REPORT.applicationRows, rows) * among(codesOf(APPLICANTS).length, applicants)),
      resolve: (holder, picked, { loaders }, info) =>
        listed(outcomesAt(contentOf(holder, loaders), picked, textAsked(info))),
    }),
    reviewResults: t.field({
      type: [ReviewResult],
      description: 'The figures of administrative reconsideration that the document prints.',
      complexity: listOf(ROWS_OF_A_REPORT.review),
      resolve: (holder, _args, { loaders }, info) => listed(contentOf(holder, loaders).reviewResults(textAsked(info))),
    }),
    litigationResults: t.field({
      type: [LitigationResult],
      description: 'The figures of administrative litigation that the document prints.',
      complexity: listOf(ROWS_OF_A_REPORT.litigation),
      resolve: (holder, _args, { loaders }, info) =>
        listed(contentOf(holder, loaders).litigationResults(textAsked(info))),
    }),
    unrecognisedRows: t.field({
      type: [UnrecognisedRow],
      description: 'The rows of its tables that the form does not have, in the order of the document.',
      complexity: listOf(ROWS_OF_A_REPORT.unrecognised),
      resolve: (holder, _args, { loaders }) => listed(contentOf(holder, loaders).unrecognisedRows()),
    }),
    claims: t.field({
      type: [Claim],
      description: 'The numbers that its sentences state, in the order of the document. They are no figures.',
      complexity: listOf(ROWS_OF_A_REPORT.claims),
      resolve: (holder, _args, { loaders }) => listed(contentOf(holder, loaders).claims()),
    }),
    shares: t.field({
      type: [Share],
      description: 'The shares that its sentences state, in the order of the document.',
      complexity: listOf(ROWS_OF_A_REPORT.shares),
      resolve: (holder, _args, { loaders }) => listed(contentOf(holder, loaders).shares()),
    }),
    sections: t.field({
      type: [Section],
      description: 'The text, heading by heading.',
      complexity: listOf(ROWS_OF_A_REPORT.sections),
      resolve: (holder, _args, { loaders }) => listed(contentOf(holder, loaders).sections()),
    }),
    issues: t.field({
      type: [Issue],
      description: 'What could not be read, or had to be decided.',
      complexity: listOf(ROWS_OF_A_REPORT.issues),
      resolve: (holder, _args, { loaders }) => listed(contentOf(holder, loaders).issues()),
    }),
    status: t.field({
      type: ReportStatusCode,
      nullable: true,
      description: 'What the rules make of it. Null when it was withdrawn, or is still to be judged.',
      resolve: (holder, _args, { loaders }) =>
        completeValue(contentOf(holder, loaders).judgement(), (judgement) => judgement?.status ?? null),
    }),
    judgement: t.field({
      type: Judgement,
      nullable: true,
      description:
        'How many rules hold, are broken, and could not be weighed. Null when it was withdrawn, or is still to be judged.',
      resolve: (holder, _args, { loaders }) => contentOf(holder, loaders).judgement(),
    }),
    findings: t.field({
      type: [Finding],
      description: 'The rules that the report breaks, in the order of the rules.',
      complexity: listOf(ROWS_OF_A_REPORT.findings),
      resolve: (holder, _args, { loaders }) => listed(contentOf(holder, loaders).findings()),
    }),
  }),
})
