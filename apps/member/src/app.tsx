import { QueryClientProvider } from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { appShown, queryClient, watchPhone } from '@/lib/query-client'
import { tameTabLinks } from '@/lib/tab-links'
import './app.scss'

watchPhone()
tameTabLinks()

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => appShown(true))
  useDidHide(() => appShown(false))
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
