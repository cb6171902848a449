// Loaded into the product under test (`--import`): tells on its standard error, once a second, how
// long its event loop was held at most.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.argv[1]?.endsWith('src/server/start.ts')) {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  setInterval(() => {
    process.stderr.write(`held ${Math.max(0, delay.max / 1e6 - 10).toFixed(1)} ms\n`)
    delay.reset()
  }, 1000).unref()
}
