/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How what one form counts compares with what another counts, the strongest first. */
export type Comparability =
  /** 口径相近: Nearly the same thing: the reasons tell what differs */
  | 'APPROXIMATE'
  /** 口径一致: Both forms count the same thing in one figure */
  | 'EXACT'
  /** 不可比: One form does not count it, or counts something else */
  | 'NOT_COMPARABLE'
  /** 合并各行后一致: The same thing, as a sum of rows of at least one form */
  | 'SUM_OF_ROWS';

/** What a cell holds. Blank, unreadable and zero are three different things. */
export type FigureState =
  /** 空白: Blank */
  | 'BLANK'
  /** 已填写: Stated */
  | 'STATED'
  /** 无法辨认: Unreadable */
  | 'UNREADABLE';

/** What ingestion did. */
export type IngestOutcome =
  /** The report is new: its first revision was made. */
  | 'CREATED'
  /** The content differs, or the report was withdrawn: a new revision was made, and is the current one. */
  | 'REVISED'
  /** The same bytes are in force already: nothing was changed. */
  | 'UNCHANGED';

/** Why there is no value. Unknown is never zero. */
export type NoValueReason =
  /** 未印出: A figure that is needed is not printed */
  | 'FIGURE_ABSENT'
  /** 空白: A figure that is needed is blank */
  | 'FIGURE_BLANK'
  /** 无法辨认: A figure that is needed cannot be read */
  | 'FIGURE_UNREADABLE'
  /** 无法认定格式: The report follows no known form */
  | 'FORM_UNKNOWN'
  /** 该格式没有: The form of the report does not tell it */
  | 'NOT_ON_FORM'
  /** 分母为零: The denominator is zero */
  | 'ZERO_DENOMINATOR';

/** What the rules make of a report as a whole. Notices do not count. */
export type ReportStatus =
  /** 未见不符: Some rule held, and none is broken */
  | 'CLEAN'
  /** 有错误: Identities of the form are broken */
  | 'ERRORS'
  /** 未能核对: No rule could be weighed */
  | 'UNJUDGED'
  /** 有警告: Statements disagree */
  | 'WARNINGS';

/** How much a finding weighs. */
export type Severity =
  /** 错误: An identity of the form is broken */
  | 'ERROR'
  /** 提示: Unusual, worth a look */
  | 'NOTICE'
  /** 警告: Two statements disagree */
  | 'WARNING';

export type CheckAReportMutationVariables = Exact<{
  text: string;
}>;


export type CheckAReportMutation = { previewReport:
    | { __typename: 'BrokenRulesError', message: string, findings: Array<
        | { ruleId: string, message: string, remedy: string | null }
        | { ruleId: string, message: string, remedy: string | null }
      > }
    | { __typename: 'DistrictMismatchError', message: string }
    | { __typename: 'EmptySourceError', message: string }
    | { __typename: 'InvalidReportObjectError', message: string }
    | { __typename: 'NotAReportError', message: string }
    | { __typename: 'PreviewedReport', year: number | null, status: ReportStatus | null, district: { fullName: string } | null }
    | { __typename: 'SeveralReportsError', message: string }
    | { __typename: 'TooComplexError', message: string }
    | { __typename: 'TooLargeError', message: string }
    | { __typename: 'UnknownDistrictError', message: string }
    | { __typename: 'UnknownYearError', message: string }
    | { __typename: 'UnsupportedFormatError', message: string }
    | { __typename: 'WrongEncodingError', message: string }
    | { __typename: 'YearMismatchError', message: string }
   | null };

export type DistrictsOfAProvinceQueryVariables = Exact<{
  province: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DistrictsOfAProvinceQuery = { districts: { nodes: Array<{ name: string, reports: { nodes: Array<{ year: number, received:
            | { state: FigureState, decimal: string | null }
            | { state: FigureState, decimal: string | null }
            | { state: FigureState, decimal: string | null }
            | { state: FigureState, decimal: string | null }
           | null, metrics: Array<{ value: string | null, reason: NoValueReason | null, comparison: { comparability: Comparability } | null }>, findings: Array<
            | { severity: Severity }
            | { severity: Severity }
          > }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportIngestedSubscriptionVariables = Exact<{
  province: string;
}>;


export type ReportIngestedSubscription = { reportIngested: { outcome: IngestOutcome, report: { year: number, status: ReportStatus | null, district: { name: string } } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CheckAReportDocument = new TypedDocumentString(`
    mutation CheckAReport($text: String!) {
  previewReport(input: {source: {text: $text}, refuseOn: ERROR}) {
    __typename
    ... on PreviewedReport {
      year
      district {
        fullName
      }
      status
    }
    ... on BrokenRulesError {
      findings {
        ruleId
        message
        remedy
      }
    }
    ... on UserError {
      message
    }
  }
}
    `, {"hash":"sha256:eeaeb2defc38729b68a24f40974d089fccef4e47006088ec9dac687ad594b361"}) as unknown as TypedDocumentString<CheckAReportMutation, CheckAReportMutationVariables>;
export const DistrictsOfAProvinceDocument = new TypedDocumentString(`
    query DistrictsOfAProvince($province: String!, $first: Int!, $after: String) {
  districts(
    filter: {within: $province, reports: {some: {}}}
    first: $first
    after: $after
  ) {
    nodes {
      name
      reports(first: 1) {
        nodes {
          year
          received: figure(path: "applications.RECEIVED.TOTAL") {
            state
            decimal
          }
          metrics(ids: [DISCLOSURE_RATE]) {
            value
            reason
            comparison(with: FORM_2021) {
              comparability
            }
          }
          findings {
            severity
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:ee55de105c297f61236ac3d639dab9c1eb3d519451c6f8cd10f30f1271e417a2"}) as unknown as TypedDocumentString<DistrictsOfAProvinceQuery, DistrictsOfAProvinceQueryVariables>;
export const ReportIngestedDocument = new TypedDocumentString(`
    subscription ReportIngested($province: String!) {
  reportIngested(filter: {district: {within: $province}}) {
    outcome
    report {
      year
      status
      district {
        name
      }
    }
  }
}
    `, {"hash":"sha256:958a12cc2f5f36c9d6d97a884da53a4f1fcf5079c65d2b779eed46f3a239a45a"}) as unknown as TypedDocumentString<ReportIngestedSubscription, ReportIngestedSubscriptionVariables>;