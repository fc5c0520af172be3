import { FIGURE_COLUMNS } from './figure-columns.ts'
import { CSV_DIALECT } from './figure-table.ts'
import { WORKBOOK_TYPE } from './spreadsheet-xml.ts'

/** What the exports are, as a Data Package of Frictionless Data (version 2): the resources, and each column of the table. */
export function dataPackage(): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'disclosure-reports',
    title: "Annual reports on government-information disclosure of China's districts",
    description:
      'The reports in force, as the hub holds them: nothing repaired, nothing estimated. A blank is never zero.',
    resources: [
      {
        name: 'figures',
        title: 'Figures',
        description: 'One row a figure that a report prints.',
        path: 'reports.csv',
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: CSV_DIALECT,
        schema: {
          fields: FIGURE_COLUMNS.map(({ name, type, title, description, constraints }) => {
            return { name, type, title, description, constraints }
          }),
          missingValues: [''],
          primaryKey: ['district_code', 'agency', 'year', 'path'],
        },
      },
      {
        name: 'reports',
        title: 'Reports',
        description:
          'One report object a line, with the place and the text of each figure, sections, claims, shares and issues.',
        path: 'reports.jsonl',
        format: 'jsonl',
        mediatype: 'application/jsonl',
        encoding: 'utf-8',
      },
      {
        name: 'tables',
        title: 'Tables',
        description: 'A workbook with a sheet for each table of each form, in the rows and columns of the form.',
        path: 'reports.xlsx',
        format: 'xlsx',
        mediatype: WORKBOOK_TYPE,
      },
    ],
  }
}
