import * as initial from './20261121_000000_initial.ts'

export const migrations = [{ up: initial.up, down: initial.down, name: '20261121_000000_initial' }]
