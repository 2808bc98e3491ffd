export interface TitleBarProps {
  title: string
  back: boolean
}

/** Mini-programs draw the title bar themselves. */
export function TitleBar(_props: TitleBarProps) {
  return null
}
