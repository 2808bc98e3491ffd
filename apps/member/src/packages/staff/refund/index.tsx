import { Refund } from '@/features/refund/refund'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function RefundPage() {
  return (
    <Screen title='退款' back>
      <StaffRoom>{() => <Refund />}</StaffRoom>
    </Screen>
  )
}
