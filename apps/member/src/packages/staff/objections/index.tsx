import { Objections } from '@/features/objections/objections'
import { StaffRoom } from '@/features/staff/staff-room'
import { Screen } from '@/ui/screen'

export default function ObjectionsPage() {
  return (
    <Screen title='会员异议' back>
      <StaffRoom>{() => <Objections />}</StaffRoom>
    </Screen>
  )
}
