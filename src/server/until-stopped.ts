/** On Ctrl-C and SIGTERM runs every stop in order, once; a second signal ends the process at once. */
export const untilStopped = (
  stops: readonly (() => Promise<void> | void)[],
  say: (line: string) => void,
): void => {
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
    say('\nStopping …')
    for (const each of [...stops]) {
      await Promise.resolve(each()).catch((error: unknown) => say(`While stopping: ${error}`))
    }
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
