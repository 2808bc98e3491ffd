import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg'])
/** Files the platform does not count, because they are not uploaded. */
const UNCOUNTED = new Set(['.map', '.txt'])

export interface OutputFile {
  path: string
  bytes: Buffer
}

export interface PackageSize {
  raw: number
  gzipped: number
}

/** Every file of a build, with its bytes. */
export function filesOfBuild(directory: string): OutputFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !UNCOUNTED.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ path: full.slice(directory.length + 1), bytes: readFileSync(full) }))
}

export const isImage = (file: OutputFile): boolean => IMAGES.has(extname(file.path))

/** Bytes of files as they are, and as they travel: each compressed for itself. */
export function sizeOf(files: readonly OutputFile[]): PackageSize {
  return files.reduce(
    ({ raw, gzipped }, { bytes }) => ({
      raw: raw + bytes.length,
      gzipped: gzipped + gzipSync(bytes, { level: 9 }).length,
    }),
    { raw: 0, gzipped: 0 },
  )
}

/** The main package and each sub-package by its root. */
export function packagesOf(
  files: readonly OutputFile[],
  roots: readonly string[],
): { main: OutputFile[]; subpackages: Record<string, OutputFile[]> } {
  const isIn = (root: string) => (file: OutputFile) => file.path.startsWith(`${root}/`)
  return {
    main: files.filter((file) => !roots.some((root) => isIn(root)(file))),
    subpackages: Object.fromEntries(roots.map((root) => [root, files.filter(isIn(root))])),
  }
}
