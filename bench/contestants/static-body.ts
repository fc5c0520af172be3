import { readFileSync } from 'node:fs'
import { announce, given } from './announce.ts'

// What a kept answer costs: node:http and one body, whatever is asked.

const body = readFileSync(given('BODY_FILE'))
const headers = { 'content-type': given('BODY_TYPE'), 'content-length': body.length }

announce((_request, response) => response.writeHead(200, headers).end(body))
