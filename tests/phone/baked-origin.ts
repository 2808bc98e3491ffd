/** The server's address that the tests' build writes into a mini-program's bundle. */
export const BAKED_ORIGIN = 'http://127.0.0.1:8787'
