import type { Platform } from './platform-shape'

/** Resolved at build time to the file of the platform: platform.weapp.ts and so on. */
export declare const platform: Platform
