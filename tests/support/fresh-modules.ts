import { vi } from 'vitest'

// Files share a process, and with it the packages. Of our modules, and of what the framework has
// opened, each file has its own.
vi.resetModules()
const opened = globalThis as { _payload?: Map<string, unknown> }
opened._payload?.clear()
