import Taro from '@tarojs/taro'
import type { StaffAct } from '@/lib/staff-acts'

/** A tap that opens the page of an act. */
export const openAct =
  ({ page }: Pick<StaffAct, 'page'>) =>
  () =>
    void Taro.navigateTo({ url: page })
