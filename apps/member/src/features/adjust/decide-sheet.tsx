import { formatMoment } from '@/lib/moment'
import { Button } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import type { Decided, Waiting } from './acts'
import { amountWords } from './words'

interface DecideSheetProps {
  request: Waiting | undefined
  disabled: boolean
  onApprove: (decided: Decided) => void
  onReject: (decided: Decided) => void
  onClose: () => void
}

/** All of a request before it is decided: exactly this is agreed to. */
export function DecideSheet(props: DecideSheetProps) {
  const { request, disabled, onApprove, onReject, onClose } = props
  const decided = request && { id: request.id, payloadHash: request.payloadHash }
  return (
    <Sheet id='decide' open={request !== undefined} title='审批这项调整' onClose={onClose}>
      {request && decided && (
        <>
          <Cell label={request.maskedName} value={amountWords(request)} />
          <Cell label='原因' detail={request.reason} />
          <Cell label='凭证' detail={request.reference} />
          <Cell label='提交人' detail={`${request.askedBy} · ${formatMoment(request.at)}`} />
          {request.expiresAt !== null && (
            <Cell label='最晚审批' detail={formatMoment(request.expiresAt)} />
          )}
          <Button id='approve' disabled={disabled} onTap={() => onApprove(decided)}>
            同意，立即生效
          </Button>
          <Button id='reject' kind='secondary' disabled={disabled} onTap={() => onReject(decided)}>
            驳回
          </Button>
        </>
      )}
    </Sheet>
  )
}
