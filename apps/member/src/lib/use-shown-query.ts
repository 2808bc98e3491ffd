import { type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'

/** True while the page is in front; a page behind another one draws nothing. */
export function usePageShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** The newest value while the page is in front, and the one it was left with behind another. */
export function useWhenShown<Value>(value: Value, shown: boolean): Value {
  const seen = useRef(value)
  if (shown) seen.current = value
  return seen.current
}

/** A query of a page: behind another one it asks nothing and stays as it was last seen. */
export function useShownQuery<Result>(options: UseQueryOptions<Result>): UseQueryResult<Result> {
  const shown = usePageShown()
  return useWhenShown(useQuery({ ...options, subscribed: shown }), shown)
}
