/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation CheckAReport($text: String!) {\n  previewReport(input: {source: {text: $text}, refuseOn: ERROR}) {\n    __typename\n    ... on PreviewedReport {\n      year\n      district {\n        fullName\n      }\n      status\n    }\n    ... on BrokenRulesError {\n      findings {\n        ruleId\n        message\n        remedy\n      }\n    }\n    ... on UserError {\n      message\n    }\n  }\n}": typeof types.CheckAReportDocument,
    "query DistrictsOfAProvince($province: String!, $first: Int!, $after: String) {\n  districts(\n    filter: {within: $province, reports: {some: {}}}\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      name\n      reports(first: 1) {\n        nodes {\n          year\n          received: figure(path: \"applications.RECEIVED.TOTAL\") {\n            state\n            decimal\n          }\n          metrics(ids: [DISCLOSURE_RATE]) {\n            value\n            reason\n            comparison(with: FORM_2021) {\n              comparability\n            }\n          }\n          findings {\n            severity\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.DistrictsOfAProvinceDocument,
    "subscription ReportIngested($province: String!) {\n  reportIngested(filter: {district: {within: $province}}) {\n    outcome\n    report {\n      year\n      status\n      district {\n        name\n      }\n    }\n  }\n}": typeof types.ReportIngestedDocument,
};
const documents: Documents = {
    "mutation CheckAReport($text: String!) {\n  previewReport(input: {source: {text: $text}, refuseOn: ERROR}) {\n    __typename\n    ... on PreviewedReport {\n      year\n      district {\n        fullName\n      }\n      status\n    }\n    ... on BrokenRulesError {\n      findings {\n        ruleId\n        message\n        remedy\n      }\n    }\n    ... on UserError {\n      message\n    }\n  }\n}": types.CheckAReportDocument,
    "query DistrictsOfAProvince($province: String!, $first: Int!, $after: String) {\n  districts(\n    filter: {within: $province, reports: {some: {}}}\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      name\n      reports(first: 1) {\n        nodes {\n          year\n          received: figure(path: \"applications.RECEIVED.TOTAL\") {\n            state\n            decimal\n          }\n          metrics(ids: [DISCLOSURE_RATE]) {\n            value\n            reason\n            comparison(with: FORM_2021) {\n              comparability\n            }\n          }\n          findings {\n            severity\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.DistrictsOfAProvinceDocument,
    "subscription ReportIngested($province: String!) {\n  reportIngested(filter: {district: {within: $province}}) {\n    outcome\n    report {\n      year\n      status\n      district {\n        name\n      }\n    }\n  }\n}": types.ReportIngestedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CheckAReport($text: String!) {\n  previewReport(input: {source: {text: $text}, refuseOn: ERROR}) {\n    __typename\n    ... on PreviewedReport {\n      year\n      district {\n        fullName\n      }\n      status\n    }\n    ... on BrokenRulesError {\n      findings {\n        ruleId\n        message\n        remedy\n      }\n    }\n    ... on UserError {\n      message\n    }\n  }\n}"): typeof import('./graphql.ts').CheckAReportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DistrictsOfAProvince($province: String!, $first: Int!, $after: String) {\n  districts(\n    filter: {within: $province, reports: {some: {}}}\n    first: $first\n    after: $after\n  ) {\n    nodes {\n      name\n      reports(first: 1) {\n        nodes {\n          year\n          received: figure(path: \"applications.RECEIVED.TOTAL\") {\n            state\n            decimal\n          }\n          metrics(ids: [DISCLOSURE_RATE]) {\n            value\n            reason\n            comparison(with: FORM_2021) {\n              comparability\n            }\n          }\n          findings {\n            severity\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.ts').DistrictsOfAProvinceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ReportIngested($province: String!) {\n  reportIngested(filter: {district: {within: $province}}) {\n    outcome\n    report {\n      year\n      status\n      district {\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').ReportIngestedDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
