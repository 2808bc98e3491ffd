import { Sale } from '@/features/sale/sale'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function SalePage() {
  return (
    <Screen title='记录消费' back>
      <StaffRoom>{() => <Sale />}</StaffRoom>
    </Screen>
  )
}
