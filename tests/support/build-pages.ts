import os from 'node:os'
import { build, buildSite } from '../../src/server/build.ts'

/**
 * Builds the pages of the product while other tests run. Some of those wait for the site, so it
 * comes first. Nothing waits for the panel before the stories in a browser, so it leaves the
 * processor to the tests.
 */
const ignore = () => undefined
await buildSite(ignore)
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
await build(ignore)
