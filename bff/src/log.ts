/**
 * Where the machine tells its operators something. The names are pino's, so a pino logger is one.
 */
export interface Log {
  info(details: object, message?: string): void
  warn(details: object, message?: string): void
  error(details: object, message?: string): void
}
