import { type TestHub, testHub } from '../hub.ts'
import { storeLastSample, storeSamples } from './ask-example.ts'

/** A hub with the five samples. Call it at the top of a test file. */
export async function hubWithSamples(): Promise<TestHub> {
  const hub = await testHub()
  await storeSamples(hub.db)
  await storeLastSample(hub.db)
  return hub
}
