import { vi } from 'vitest'

// Files share a process, and with it the packages; of ours each file has its own.
vi.resetModules()
