import pg from 'pg'
import { STATEMENTS } from '../scenarios/statements.ts'
import { announce, given } from './announce.ts'

// What an answer costs without GraphQL: node:http and pg, one prepared statement a question, whose JSON PostgreSQL makes and nobody reads
// again. An answer that is made anew each time can hardly be had for less.

const pool = new pg.Pool({ connectionString: given('DATABASE_URL'), max: 10 })

announce((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    try {
      const { statement: name, values } = JSON.parse(Buffer.concat(chunks).toString())
      const { rows } = await pool.query<{ answer: string }>({ name, text: STATEMENTS.get(name) ?? '', values })
      const body = Buffer.from(rows[0]?.answer ?? 'null')
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
})
